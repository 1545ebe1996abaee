import { assumedHours, type EnteredHours } from "../local-hour/entered-hours.value.ts";
import { weekendOf } from "../public-holiday/public-holiday.value.ts";
import type { InterpreterPool, PlannedSeat } from "./plan-problem.value.ts";
import { PlanRole } from "./series-plan.enum.ts";

const SATURDAY_AND_SUNDAY = [5, 6];

/** What somebody has entered, and whether they say why they cannot come. */
export interface Entered extends EnteredHours {
  readonly personId: string;
  readonly sharesReasons: boolean;
}

/** Whoever is planned for. */
export interface RosterEntry {
  readonly role: PlanRole;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly hours: EnteredHours;
  readonly sharesReasons: boolean;
  /** True of those who have entered nothing. */
  readonly isAssumed: boolean;
}

interface SeatFilling {
  readonly organisationId: string;
  readonly delegateId: string | null;
  readonly alternateId: string | null;
}

interface Place {
  readonly timeZone: string;
  readonly country?: string | null;
}

export interface RosterFacts {
  readonly seats: readonly SeatFilling[];
  readonly interpreters: readonly {
    readonly language: string;
    readonly anyOf: readonly string[];
  }[];
  readonly entered: ReadonlyMap<string, Entered>;
  /** Where organisations are whose people have entered nothing. */
  readonly places: ReadonlyMap<string, Place>;
  /** Where all others are. */
  readonly timeZone: string;
}

/** Everybody once, also who fills two seats. */
export class Roster {
  readonly entries: RosterEntry[] = [];
  readonly seats: readonly PlannedSeat[];
  readonly interpreters: readonly InterpreterPool[];
  private readonly indexes = new Map<string, number>();

  constructor(private readonly facts: RosterFacts) {
    this.seats = facts.seats.map((seat) => this.seatOf(seat));
    this.interpreters = facts.interpreters.map(({ language, anyOf }) => ({
      language,
      members: anyOf.map((person) => this.add(PlanRole.INTERPRETER, null, person)),
    }));
  }

  private seatOf({ organisationId, delegateId, alternateId }: SeatFilling): PlannedSeat {
    const fillers: number[] = [];
    if (delegateId !== null) fillers.push(this.add(PlanRole.DELEGATE, organisationId, delegateId));
    if (alternateId !== null) {
      fillers.push(this.add(PlanRole.ALTERNATE, organisationId, alternateId));
    }
    if (fillers.length === 0) fillers.push(this.add(PlanRole.SEAT, organisationId, null));
    return { organisation: organisationId, fillers };
  }

  private add(role: PlanRole, organisationId: string | null, personId: string | null): number {
    const key = personId ?? organisationId ?? "";
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const entered = personId === null ? undefined : this.facts.entered.get(personId);
    const index = this.entries.push({
      role,
      personId,
      organisationId,
      hours: entered ?? this.assumed(organisationId),
      sharesReasons: entered?.sharesReasons ?? true,
      isAssumed: entered === undefined,
    });
    this.indexes.set(key, index - 1);
    return index - 1;
  }

  private assumed(organisationId: string | null): EnteredHours {
    const place = this.facts.places.get(organisationId ?? "");
    const country = place?.country ?? null;
    const weekend = country === null ? SATURDAY_AND_SUNDAY : weekendOf(country);
    return assumedHours(place?.timeZone ?? this.facts.timeZone, weekend);
  }
}
