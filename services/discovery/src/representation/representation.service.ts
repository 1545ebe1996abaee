import { invalid } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { type Asking, askingOn } from "../asking/asking.value.ts";
import { withinTime } from "../asking/time-budget.service.ts";
import { kindOf } from "../node/node.enum.ts";
import { neededAt } from "./charter-of-then.value.ts";
import { type MissingParty, missingParties, type Present } from "./missing-party.value.ts";
import type { RepresentationArgs } from "./representation.inputs.ts";
import type { CharterNeed } from "../working-group/working-group.replica.ts";
import type { Chartered, RepresentationRepository } from "./representation.repository.ts";

const MOST_TIME = 10_000;

interface FoundRepresentation {
  readonly group: { id: string };
  readonly needCount: number;
  readonly missing: readonly MissingParty[];
}

/** Who is missing: in a group, by its seats of a day; at a meeting that was held, by who was there. */
export class RepresentationService {
  constructor(
    private readonly rows: RepresentationRepository,
    private readonly today: () => string,
  ) {}

  /**
   * Null where the viewer does not see it, or not who was there.
   *
   * @throws LIMIT_EXCEEDED that says the budget, where it takes too long.
   */
  async whoIsMissing(
    viewer: Viewer | null,
    { of, asOf }: RepresentationArgs,
  ): Promise<FoundRepresentation | null> {
    const asking = askingOn(viewer, asOf, this.today);
    const kind = kindOf(of);
    if (kind === null) return null;
    if (kind === "mtg") return withinTime(MOST_TIME, () => this.atMeeting(of, asking));
    if (kind !== "grp") throw invalid("of", "of must be a working group or a meeting");
    return withinTime(MOST_TIME, async () =>
      this.inGroup(await this.rows.group(of, asking), asking),
    );
  }

  private async atMeeting(id: string, asking: Asking): Promise<FoundRepresentation | null> {
    const meeting = await this.rows.meeting(id, asking);
    if (!meeting?.isOver) return this.inGroup(meeting, asking);
    if (!meeting.seesAttendance) return null;
    const needs = neededAt(meeting, meeting.startsAt);
    const then = { ...asking, day: dayOf(meeting.startsAt), isAsOf: true };
    return told(meeting.group, needs, await this.rows.attended(id, then));
  }

  private async inGroup(
    chartered: Chartered | null,
    asking: Asking,
  ): Promise<FoundRepresentation | null> {
    if (!chartered) return null;
    const needs = asking.isAsOf ? neededAt(chartered, endOf(asking.day)) : chartered.needs;
    return told(chartered.group, needs, await this.rows.seated(chartered.group, asking));
  }
}

/** In UTC. */
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The last instant of a day in UTC. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59.999Z`);

const told = (
  group: string,
  needs: readonly CharterNeed[],
  present: readonly Present[],
): FoundRepresentation => ({
  group: { id: group },
  needCount: needs.length,
  missing: missingParties(needs, present),
});
