import { AgendaItemPurpose } from "@convene/meetings/agenda-item/agenda-item-purpose.enum";
import type { AgendaItem } from "@convene/meetings/agenda-item/agenda-item.entity";
import { AttendanceStatus } from "@convene/meetings/attendance/attendance-status.enum";
import type { Attendance } from "@convene/meetings/attendance/attendance.entity";
import { MeetingStatus } from "@convene/meetings/meeting/meeting-status.enum";
import type { Meeting } from "@convene/meetings/meeting/meeting.entity";
import { generatedId } from "./generated-id.ts";
import { languageOf } from "./network.ts";
import type { NetworkOutline } from "./network-outline.ts";
import type { Outline } from "./outline.ts";
import { somePublished } from "./practice.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import { WORDS } from "./words.ts";

export type AgendaRow = RowOf<AgendaItem, "meeting">;
export type AttendanceRow = RowOf<Attendance, "meeting">;

/** An organisation that sits there, and the person who does it for it. */
export interface Sitter {
  readonly organisationId: string;
  readonly personId: string | null;
}

interface Held {
  readonly outline: Outline;
  readonly network: NetworkOutline;
  readonly sitters: readonly Sitter[];
  readonly meeting: RowOf<Meeting, "series">;
}

const { ACCEPTED, APOLOGIES, ATTENDED, DECLINED, INVITED } = AttendanceStatus;
const BEFORE = [
  [INVITED, 45],
  [ACCEPTED, 40],
  [DECLINED, 15],
] as const;
const AFTER = [
  [ATTENDED, 74],
  [APOLOGIES, 16],
  [DECLINED, 10],
] as const;

/** A few points; each is presented by one who sits there, and is about an objective or a practice. */
export function agendaOf({ outline, network, sitters, meeting }: Held): AgendaRow[] {
  const random = new Random(outline.seed, "agenda", meeting.id);
  const titles = random.some(WORDS.agendaOf, random.int(2, 4));
  return titles.map((title, at) => {
    const practiceId = random.chance(0.4) ? somePublished(outline, random) : null;
    const isOfObjective = practiceId === null && random.chance(0.5);
    return {
      id: generatedId({ seed: outline.seed, prefix: "agi", index: at, part: meeting.id }),
      meetingId: meeting.id,
      position: at + 1,
      title: title[languageOf(network)],
      durationMinutes: random.pick([10, 15, 20, 30]),
      purpose: random.pick(Object.values(AgendaItemPurpose)),
      presenterId:
        sitters.length > 0 && random.chance(0.8) ? random.pick(sitters).organisationId : null,
      objectiveNumber: isOfObjective ? random.int(1, 23) : null,
      practiceId,
      isTakenDown: false,
      chathamHouse: false,
      outcome: null,
      standing: null,
      carriedFromId: null,
      approvesMinutesOfId: null,
      consultationId: null,
      version: 1,
    };
  });
}

/** What they answered, or, of a meeting that has been, who was there. */
export function attendanceOf({ outline, sitters, meeting }: Held): AttendanceRow[] {
  if (meeting.status === MeetingStatus.CANCELLED) return [];
  const random = new Random(outline.seed, "attendance", meeting.id);
  const hasBeen = meeting.endsAt.toISOString() < outline.day;
  return sitters.map(({ organisationId, personId }, at) => {
    const status = random.weighted<AttendanceStatus>(hasBeen ? AFTER : BEFORE);
    return {
      id: generatedId({ seed: outline.seed, prefix: "att", index: at, part: meeting.id }),
      meetingId: meeting.id,
      organisationId,
      personId: status === ATTENDED || status === ACCEPTED ? personId : null,
      ...{ seatId: null, satAs: null, status },
      recordedAt: hasBeen ? meeting.endsAt : meeting.createdAt,
    };
  });
}
