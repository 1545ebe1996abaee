import { canSee } from "@convene/shared/audience";
import { invalid, limitExceeded } from "@convene/shared/errors";
import { distinct } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import { Availability } from "../availability/availability.entity.ts";
import type { Borne } from "../burden/borne.value.ts";
import { borneBefore } from "../burden/burden-ledger.service.ts";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { clockOver, localHours, yearsOf } from "../local-hour/entered-hours.value.ts";
import { freeDatesOf } from "../free-date/free-date.repository.ts";
import type { FreeDate } from "../free-date/free-date.entity.ts";
import type { Interval, LocalHours } from "../local-hour/local-hours.value.ts";
import { needsOfPeople } from "../interpretation/interpretation.repository.ts";
import type { InterpretationCount } from "../interpretation/interpretation.type.ts";
import { NetworkReplica } from "../network/network.replica.ts";
import { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import { charterAt } from "../quorum/quorum.value.ts";
import { zoneOf } from "../wall-clock/wall-clock.value.ts";
import { PlanConstraintsInput } from "./plan-constraints.inputs.ts";
import { constraintsOf, isAsked } from "./plan-constraints.value.ts";
import type { PlanProblem } from "./plan-problem.value.ts";
import {
  metBefore,
  seatsWithin,
  type SeatRow,
  type TakenRow,
  takenBy,
} from "./planned-table.repository.ts";
import { checkedDuration, periodOf, windowsOf } from "./plan-window.value.ts";
import { Roster } from "./roster.value.ts";
import type { PlanSeriesInput } from "./series-plan.inputs.ts";

const DAY = 24 * 60 * 60_000;
const MOST_PARTICIPANTS = 200;

export interface PosedProblem {
  readonly problem: PlanProblem;
  readonly roster: Roster;
  /** By person. */
  readonly borne: ReadonlyMap<string, Borne>;
  /** Organisations that the viewer sees. */
  readonly visible: ReadonlySet<string>;
  /** Of whom the plan tells, by their index. The others are planned for, and not mentioned. */
  readonly told: ReadonlySet<number>;
  /** What those who fill the seats need interpreted, as far as the viewer sees them. */
  readonly needs: readonly InterpretationCount[];
  /** What the network keeps free, where the viewer sees the network. */
  readonly free: readonly FreeDate[];
  /** When the group meets last before the plan, in milliseconds. */
  readonly metBefore: number | null;
}

/** Makes a problem of what is asked and what is known here. */
export class PlanPoser {
  constructor(private readonly manager: EntityManager) {}

  /** @throws BAD_USER_INPUT, LIMIT_EXCEEDED */
  async pose(viewer: Viewer, input: PlanSeriesInput): Promise<PosedProblem> {
    const timeZone = zoneOf("timeZone", input.timeZone);
    const windows = windowsOf(input);
    const durationMinutes = checkedDuration(input.durationMinutes);
    const constraints = input.constraints ?? new PlanConstraintsInput();
    const seats = await seatsWithin(this.manager, input.group, input);
    const needs = await needsOfPeople(this.manager, viewer, fillersOf(seats));
    const needed = new Set(needs.map(({ language }) => language));
    const roster = await this.rosterOf(viewer, { seats, constraints, timeZone, needed });
    const organisations = await this.visibleOf(viewer, seats);
    const visible = new Set(organisations.map(({ id }) => id));
    const told = await this.toldOf(viewer, roster, visible);
    const period = periodOf(windows);
    const begins = new Date(period.from);
    const borne = await borneBefore(this.manager, input.group, begins);
    const group = await this.manager.findOneBy(WorkingGroupReplica, { id: input.group });
    const free = await this.freeOf(viewer, group?.networkId ?? null);
    const facts = {
      charter: charterAt(group?.charters ?? [], new Date(Math.max(period.from, Date.now()))),
      ...{ visible: organisations, timeZone, years: yearsOf(period), needed, free: free.all },
      // Wider by a day, since no clock is more than that from UTC.
      now: period.from - DAY < Date.now() ? Date.now() : null,
    };
    const problem = {
      ...(await this.tableOf(viewer, roster, { period, borne })),
      constraints: constraintsOf(constraints, facts),
      windows,
      durationMinutes,
      clock: clockOver(timeZone, period),
    };
    const before = await metBefore(this.manager, input.group, begins);
    return { problem, roster, borne, visible, told, needs, free: free.seen, metBefore: before };
  }

  /** A network that is hidden keeps its dates free as well, and not even why is told. */
  private async freeOf(viewer: Viewer, networkId: string | null) {
    const all = await freeDatesOf(this.manager, networkId);
    const network =
      networkId === null ? null : await this.manager.findOneBy(NetworkReplica, { id: networkId });
    if (networkId === null || (network && canSee(viewer, network))) return { all, seen: all };
    const untold = all.map(({ startDate, endDate, isYearly }) => ({
      ...{ startDate, endDate, isYearly, reason: "" },
    }));
    return { all: untold, seen: [] };
  }

  private async rosterOf(viewer: Viewer, asked: Asked): Promise<Roster> {
    const { seats, constraints, timeZone } = asked;
    const field = "constraints.interpreters";
    const interpreters = distinct(field, constraints.interpreters, 20);
    for (const [index, { anyOf }] of interpreters.entries()) {
      if (anyOf.length === 0) throw invalid(`${field}.${index}.anyOf`, "Name at least one person");
      distinct(`${field}.${index}.anyOf`, anyOf, 20);
    }
    const people = [...fillersOf(seats), ...interpreters.flatMap(({ anyOf }) => anyOf)];
    const entered = await this.manager.findBy(Availability, { personId: In(people) });
    const byPerson = new Map(entered.map((one) => [one.personId, one]));
    await this.checkInterpreters(viewer, interpreters, byPerson);
    const places = distinct("constraints.assumed", constraints.assumed).map((place, index) => {
      const zone = zoneOf(`constraints.assumed.${index}.timeZone`, place.timeZone);
      return [place.organisation, { timeZone: zone, country: place.country ?? null }] as const;
    });
    const facts = {
      interpreters: interpreters.filter((one) => isAsked(one, asked.needed)),
      ...{ seats, entered: byPerson, places: new Map(places), timeZone },
    };
    const roster = new Roster(facts);
    // Not how many: hidden ones would be counted.
    if (roster.entries.length <= MOST_PARTICIPANTS) return roster;
    throw limitExceeded(`A plan is made for at most ${MOST_PARTICIPANTS} people`);
  }

  /** Who does not say so, and who is hidden, is none: nobody's hours are tried out by naming them. */
  private async checkInterpreters(
    viewer: Viewer,
    interpreters: PlanConstraintsInput["interpreters"],
    entered: ReadonlyMap<string, Availability>,
  ): Promise<void> {
    const ids = interpreters.flatMap(({ anyOf }) => anyOf);
    const people = await this.manager.findBy(PersonReplica, { id: In(ids) });
    const visible = new Set(people.filter((one) => canSee(viewer, one)).map(({ id }) => id));
    for (const [index, { language, anyOf }] of interpreters.entries()) {
      const wrong = anyOf.find(
        (id) => !visible.has(id) || !entered.get(id)?.interprets.includes(language),
      );
      if (wrong === undefined) continue;
      const field = `constraints.interpreters.${index}.anyOf`;
      throw invalid(field, `${wrong} has not said that they interpret for "${language}"`);
    }
  }

  /**
   * Of an organisation or a person who is hidden not even the clock is told.
   *
   * @throws BAD_USER_INPUT where nobody is left
   */
  private async toldOf(
    viewer: Viewer,
    { entries }: Roster,
    organisations: ReadonlySet<string>,
  ): Promise<ReadonlySet<number>> {
    const ids = entries.flatMap(({ personId }) => personId ?? []);
    const found = await this.manager.findBy(PersonReplica, { id: In(ids) });
    const people = new Set(found.filter((one) => canSee(viewer, one)).map(({ id }) => id));
    const told = entries.flatMap(({ personId, organisationId }, index) => {
      const isHidden =
        (personId !== null && !people.has(personId)) ||
        (organisationId !== null && !organisations.has(organisationId));
      return isHidden ? [] : [index];
    });
    if (told.length > 0) return new Set(told);
    throw invalid("group", "Nobody holds a seat in the group within the period");
  }

  private async tableOf(
    viewer: Viewer,
    { entries, seats, interpreters }: Roster,
    { period, borne }: Past,
  ): Promise<Pick<PlanProblem, "participants" | "seats" | "interpreters">> {
    const people = entries.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const dates = { from: new Date(period.from), until: new Date(period.until) };
    const taken = new Map<string, TakenRow[]>(people.map((person) => [person, []]));
    for (const row of await takenBy(this.manager, people, dates)) {
      taken.get(row.personId)?.push(row);
    }
    const participants = entries.map(({ personId, organisationId, hours }) => ({
      key: personId ?? organisationId ?? "",
      hours: withMeetings(localHours(hours, period, []), taken.get(personId ?? "") ?? [], viewer),
      borne: borne.get(personId ?? "")?.burden ?? 0,
    }));
    return { participants, seats, interpreters };
  }

  private async visibleOf(viewer: Viewer, seats: readonly SeatRow[]) {
    const ids = seats.map(({ organisationId }) => organisationId);
    const found = await this.manager.findBy(OrganisationReplica, { id: In(ids) });
    return found.filter((organisation) => canSee(viewer, organisation));
  }
}

/** A meeting that is hidden from the viewer is as any busy time: nothing tells that it is one. */
function withMeetings(hours: LocalHours, taken: readonly TakenRow[], viewer: Viewer): LocalHours {
  const intervalOf = ({ startsAt, endsAt }: TakenRow): Interval => ({
    from: startsAt.getTime(),
    until: endsAt.getTime(),
  });
  const isShown = (meeting: TakenRow) => canSeeConvened(viewer, meeting);
  const hidden = taken.filter((meeting) => !isShown(meeting)).map(intervalOf);
  const meetings = taken.filter(isShown).map(intervalOf);
  return { ...hours, busy: [...hours.busy, ...hidden], meetings };
}

interface Past {
  readonly period: Interval;
  readonly borne: ReadonlyMap<string, Borne>;
}

interface Asked {
  readonly seats: readonly SeatRow[];
  readonly constraints: PlanConstraintsInput;
  readonly timeZone: string;
  readonly needed: ReadonlySet<string>;
}

const fillersOf = (seats: readonly SeatRow[]): string[] =>
  seats
    .flatMap(({ delegateId, alternateId }) => [delegateId, alternateId])
    .filter((person) => person !== null);
