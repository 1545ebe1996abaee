import { freeOn } from "../free-date/free-date.value.ts";
import { isAvailable, Unavailable } from "../local-hour/burden-weight.value.ts";
import { dateOfDay, wallText, ZoneClock } from "../wall-clock/zone-clock.value.ts";
import type { Conflict, SearchResult } from "./plan-search.service.ts";
import type { PlanProblem } from "./plan-problem.value.ts";
import type { PosedProblem } from "./plan-problem.service.ts";
import { PlannedAttendance } from "./planned-attendance.type.ts";
import { PlanParticipant } from "./plan-participant.type.ts";
import type { RosterEntry } from "./roster.value.ts";
import { AbsenceReason } from "./series-plan.enum.ts";
import { PlanConflict, PlanConstraintInWords, PlannedMeeting } from "./series-plan.type.ts";
import type { Slot } from "./slot.value.ts";

const REASONS: Readonly<Partial<Record<number, AbsenceReason>>> = {
  [Unavailable.OUTSIDE_HOURS]: AbsenceReason.OUTSIDE_HOURS,
  [Unavailable.WEEKEND]: AbsenceReason.WEEKEND,
  [Unavailable.HOLIDAY]: AbsenceReason.HOLIDAY,
  [Unavailable.BUSY]: AbsenceReason.BUSY,
  [Unavailable.OTHER_MEETING]: AbsenceReason.OTHER_MEETING,
};

/** What a plan tells of its meetings: numbers too are of those alone whom the viewer sees. */
export function meetingsOf(posed: PosedProblem, { slots }: SearchResult): PlannedMeeting[] {
  const { clock, durationMinutes } = posed.problem;
  const seats = posed.problem.seats.filter(({ organisation }) => posed.visible.has(organisation));
  return slots.map((slot, index) => {
    const { startsAt, coming } = slot;
    const burdens = slot.burdens.filter((_, participant) => posed.told.has(participant));
    const came = seats.filter(({ fillers }) => fillers.some((filler) => coming.has(filler)));
    const localStart = wallText(clock.wallAt(startsAt));
    return Object.assign(new PlannedMeeting(), {
      freeDate: freeOn(posed.free, localStart.slice(0, 10)),
      startsAt: new Date(startsAt),
      endsAt: new Date(startsAt + durationMinutes * 60_000),
      localStart,
      organisationCount: new Set(came.map(({ organisation }) => organisation)).size,
      worstBurden: Math.max(0, ...burdens),
      totalBurden: burdens.reduce((sum, burden) => sum + burden, 0),
      attendance: attendanceOf(posed, slot, slots[index - 1]?.startsAt ?? posed.metBefore),
    });
  });
}

function attendanceOf(
  { problem: { participants, durationMinutes }, roster, told }: PosedProblem,
  slot: Slot,
  before: number | null,
): PlannedAttendance[] {
  return roster.entries.flatMap((entry, index) => {
    if (!told.has(index)) return [];
    const clock = participants[index]?.hours.clock;
    if (!clock) throw new Error("The roster and the participants differ");
    const { startsAt } = slot;
    return Object.assign(new PlannedAttendance(), {
      role: entry.role,
      personId: entry.personId,
      organisationId: entry.organisationId,
      localStart: wallText(clock.wallAt(startsAt)),
      localEnd: wallText(clock.wallAt(startsAt + durationMinutes * 60_000)),
      comes: slot.coming.has(index),
      burden: slot.burdens[index] ?? 0,
      reason: reasonOf(entry, slot.values[index] ?? 0),
      clocksChange: before !== null && clocksChange(clock.timeZone, before, startsAt),
    });
  });
}

/** The clock of the plan knows its own period alone, and the meeting before may lie far back. */
const clocksChange = (timeZone: string, from: number, until: number): boolean =>
  ZoneClock.over(timeZone, { from, until }).changesBetween(from, until);

function reasonOf({ sharesReasons }: RosterEntry, value: number): AbsenceReason | null {
  if (isAvailable(value)) return null;
  return (sharesReasons ? REASONS[value] : null) ?? AbsenceReason.NOT_SHARED;
}

/** The ledger: what was, and what the plan adds. */
export function participantsOf(
  { roster, borne, told }: PosedProblem,
  { slots }: SearchResult,
): PlanParticipant[] {
  return roster.entries.flatMap(({ role, personId, organisationId, isAssumed }, index) => {
    if (!told.has(index)) return [];
    const before = borne.get(personId ?? "");
    const burdens = slots.map((slot) => slot.burdens[index] ?? 0);
    return Object.assign(new PlanParticipant(), {
      role,
      personId,
      organisationId,
      isAssumed,
      borneBefore: before?.burden ?? 0,
      outOfHoursBefore: before?.outOfHours ?? 0,
      lastMeetingId: before?.last?.meetingId ?? null,
      lastOutOfHours: before?.last?.localStart ?? null,
      lastBurden: before?.last?.burden ?? null,
      burden: burdens.reduce((sum, burden) => sum + burden, 0),
      outOfHours: burdens.filter((burden) => burden > 0).length,
    });
  });
}

export function conflictInWords(
  { constraints }: PlanProblem,
  { window, constraints: indexes }: Conflict,
): PlanConflict {
  const inConflict = indexes.flatMap((index) => constraints[index] ?? []);
  const from = dateOfDay(window.firstDay);
  const until = dateOfDay(window.firstDay + window.days - 1);
  const all = inConflict.map(({ words }) => words).join("; ");
  const together = inConflict.length === 1 ? "No time holds this" : "No time holds all of these";
  return Object.assign(new PlanConflict(), {
    from,
    until,
    constraints: inConflict.map(({ kind, words }) =>
      Object.assign(new PlanConstraintInWords(), { kind, words }),
    ),
    words: `${together} from ${from} to ${until}: ${all}`,
  });
}
