import { Audience } from "@convene/shared/audience";
import type { Protection } from "@convene/shared/protection";
import { protectionWithin } from "@convene/meetings/convener/convener.policy";
import type { MeetingSeries } from "@convene/meetings/meeting-series/meeting-series.entity";
import { MeetingStatus } from "@convene/meetings/meeting/meeting-status.enum";
import type { Meeting } from "@convene/meetings/meeting/meeting.entity";
import { RecurrencePreset } from "@convene/meetings/recurrence/recurrence-preset.enum";
import { presetRule } from "@convene/meetings/recurrence/recurrence-preset.value";
import { expand, type Occurrence } from "@convene/meetings/recurrence/recurrence.value";
import { plusMinutes } from "@convene/meetings/wall-clock/wall-clock.value";
import { WorkingGroupState } from "@convene/working-groups/working-group/working-group.enum";
import {
  type AgendaRow,
  agendaOf,
  type AttendanceRow,
  attendanceOf,
  type Sitter,
} from "./agenda.ts";
import { generatedId } from "./generated-id.ts";
import { languageOf, networkAudience } from "./network.ts";
import type { NetworkOutline } from "./network-outline.ts";
import { type Outline, profileAt } from "./outline.ts";
import { personId, peopleCount } from "./person.ts";
import { daysFrom, holdsOn } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import { WORDS } from "./words.ts";
import { type Group, workingGroups } from "./working-group.ts";

export type MeetingRow = RowOf<Meeting, "series">;

/** A series with all that hangs on it. */
export interface Made {
  readonly row: RowOf<MeetingSeries>;
  readonly meetings: readonly MeetingRow[];
  readonly agenda: readonly AgendaRow[];
  readonly attendance: readonly AttendanceRow[];
}

/** Who meets. */
interface Convener {
  readonly key: string;
  readonly index: number;
  readonly groupId: string | null;
  readonly network: NetworkOutline;
  readonly protection: Protection;
  readonly sitters: readonly Sitter[];
  /** It meets no more: the last meeting lies a while back. */
  readonly isOver: boolean;
}

const FEWEST_MEMBERS = 3;
const MOST_AT_A_NETWORKS_MEETING = 25;
const { ACTIVE, CONCLUDED, DORMANT } = WorkingGroupState;

/** The quarterly series of every group that works or has worked, and of every network of some size. */
export function* meetingSeries(outline: Outline): Generator<Made> {
  for (const group of workingGroups(outline)) {
    if ([ACTIVE, CONCLUDED, DORMANT].includes(group.row.state)) {
      yield seriesOf(outline, convenerOfGroup(outline, group));
    }
  }
  for (const network of outline.networks.values()) {
    if (network.members.length >= FEWEST_MEMBERS) {
      yield seriesOf(outline, convenerOfNetwork(outline, network));
    }
  }
}

function convenerOfGroup({ day }: Outline, { index, network, row, seats }: Group): Convener {
  const sitters = seats
    .filter((seat) => holdsOn(seat, day))
    .map(({ organisationId, delegateId }) => ({ organisationId, personId: delegateId }));
  const isOver = row.state !== ACTIVE;
  return { key: "group", index, groupId: row.id, network, protection: row, sitters, isOver };
}

function convenerOfNetwork(outline: Outline, network: NetworkOutline): Convener {
  const random = new Random(outline.seed, "sitters", network.key);
  const sitters = random.some(network.members, MOST_AT_A_NETWORKS_MEETING).map((index) => ({
    organisationId: profileAt(outline, index).id,
    personId: peopleCount(outline, index) > 1 ? personId(outline.seed, index, 0) : null,
  }));
  const protection = {
    audience: networkAudience(outline, network),
    organisations: [],
    networks: [network.id],
  };
  const { index } = network;
  return { key: "network", index, groupId: null, network, protection, sitters, isOver: false };
}

function seriesOf(outline: Outline, convener: Convener): Made {
  const { seed, day } = outline;
  const { key, index, groupId, network } = convener;
  const random = new Random(seed, "series", key, index);
  const { rule, localStart, timeZone, occurrences } = planOf(convener, day, random);
  const chosenAudience = random.chance(0.85) ? Audience.PUBLIC : Audience.NETWORK;
  const row: RowOf<MeetingSeries> = {
    id: generatedId({ seed, prefix: "ser", index, part: key }),
    groupId,
    networkId: network.id,
    title: WORDS.meetingOf[languageOf(network)],
    rule,
    preset: RecurrencePreset.QUARTERLY,
    localStart,
    timeZone,
    durationMinutes: random.pick([60, 90, 120]),
    chosenAudience,
    joinUrl: random.chance(0.5) ? "https://meet.example/convene" : null,
    createdAt: new Date(`${daysFrom(localStart.slice(0, 10), -40)}T09:00:00.000Z`),
    version: 1,
    sequence: 0,
    revisedAt: new Date("2026-01-01T00:00:00.000Z"),
    byWeekday: true,
    splitFromId: null,
    cancelledAt: null,
    extraStarts: [],
    excludedDates: [],
    skipsHolidaysOf: [],
    keepsDatesFree: false,
    skipped: [],
    ...protectionWithin(convener.protection, chosenAudience),
  };
  const meetings = occurrences.map((occurrence, at) => ({
    ...meetingOf(row, occurrence, random),
    id: generatedId({ seed, prefix: "mtg", index, part: `${key}/${at}` }),
  }));
  return { row, meetings, ...contentOf(outline, convener, meetings) };
}

/** Four or so have been, four are to come; of who meets no more, all have been. */
function planOf({ isOver, network }: Convener, day: string, random: Random) {
  const date = weekday(daysFrom(day, -(isOver ? 900 : 365) + random.int(0, 80)));
  const localStart = `${date}T${random.pick(["09:30", "10:00", "14:00", "15:00"])}:00`;
  const { timeZone } = network.home;
  const rule = presetRule({ preset: RecurrencePreset.QUARTERLY, byWeekday: true, localStart });
  const start = { local: localStart, timeZone };
  const count = isOver ? 6 : 8;
  return { localStart, timeZone, ...expand({ rule, start, count, until: null }) };
}

/** The Monday after a Saturday or a Sunday. */
function weekday(date: string): string {
  const day = new Date(date).getUTCDay();
  return day === 0 ? daysFrom(date, 1) : day === 6 ? daysFrom(date, 2) : date;
}

function meetingOf(series: RowOf<MeetingSeries>, { local, startsAt }: Occurrence, random: Random) {
  const { id, groupId, networkId, title, timeZone, durationMinutes, joinUrl, createdAt } = series;
  const { chosenAudience, convenerAudience, audience, organisations, networks } = series;
  const protection = { chosenAudience, convenerAudience, audience, organisations, networks };
  return {
    ...{ groupId, networkId, title, timeZone, durationMinutes, joinUrl, createdAt },
    ...protection,
    seriesId: id,
    recurrenceStart: local,
    chosenStart: local,
    startsAt,
    endsAt: plusMinutes(startsAt, durationMinutes),
    sequence: 0,
    version: 1,
    changedByHand: [],
    revisedAt: new Date("2026-01-01T00:00:00.000Z"),
    status: random.chance(0.03) ? MeetingStatus.CANCELLED : MeetingStatus.SCHEDULED,
    chathamHouse: false,
    papersDueAt: null,
  };
}

/** What has been, and what comes next, has an agenda; what lies beyond that has none yet. */
function contentOf(outline: Outline, convener: Convener, meetings: readonly MeetingRow[]) {
  const { day } = outline;
  const next = meetings.findIndex(({ startsAt }) => startsAt.toISOString() > day);
  const known = next < 0 ? meetings : meetings.slice(0, next + 1);
  const content = known.map((meeting) => ({ outline, meeting, ...convener }));
  return {
    agenda: content.flatMap(agendaOf),
    attendance: content.flatMap((each) => attendanceOf(each)),
  };
}
