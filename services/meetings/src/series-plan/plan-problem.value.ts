import type { LocalHours } from "../local-hour/local-hours.value.ts";
import type { ZoneClock } from "../wall-clock/zone-clock.value.ts";
import type { PlanConstraint } from "./plan-constraint.value.ts";

/** Somebody who may sit in the meetings that are planned. */
export interface Participant {
  /** The person, or where a seat has none the organisation: by this the ledger knows them. */
  readonly key: string;
  readonly hours: LocalHours;
  /** What they have borne in the recent past. */
  readonly borne: number;
}

/** A place of an organisation at the table. */
export interface PlannedSeat {
  readonly organisation: string;
  /** Who fills it, by their index: the first who is available does. */
  readonly fillers: readonly number[];
}

/** Of these one must come, or more are not needed. */
export interface InterpreterPool {
  readonly language: string;
  readonly members: readonly number[];
}

/** The days from which the day of one meeting is chosen. */
export interface PlanWindow {
  /** Days by their number, on the wall clock of the plan. */
  readonly firstDay: number;
  readonly days: number;
}

/** Everything that a plan depends on, with no word of who asks. */
export interface PlanProblem {
  readonly participants: readonly Participant[];
  readonly seats: readonly PlannedSeat[];
  readonly interpreters: readonly InterpreterPool[];
  readonly constraints: readonly PlanConstraint[];
  readonly windows: readonly PlanWindow[];
  readonly durationMinutes: number;
  /** Of the plan: its dates and its hours of the day are meant there. */
  readonly clock: ZoneClock;
}
