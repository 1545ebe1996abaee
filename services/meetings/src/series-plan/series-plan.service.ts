import { canSee } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { canConvene } from "../convener/convener.policy.ts";
import { groupAsConvener } from "../convener/convener.service.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { conflictInWords, meetingsOf, participantsOf } from "./plan-outcome.value.ts";
import { PlanPoser } from "./plan-problem.service.ts";
import type { PlanSearch } from "./plan-search.service.ts";
import type { PlanSeriesInput } from "./series-plan.inputs.ts";
import { SeriesPlan } from "./series-plan.type.ts";

export interface SeriesPlanParts {
  readonly manager: EntityManager;
  readonly lookup: ReplicaLookup;
  readonly search: PlanSearch;
}

export class SeriesPlanService {
  constructor(private readonly parts: SeriesPlanParts) {}

  /** Null for those who do not convene the group's meetings: a plan tells what hours people have. */
  async plan(viewer: Viewer | null, input: PlanSeriesInput): Promise<SeriesPlan | null> {
    if (!viewer || viewer.kind === "link" || !(await this.mayPlan(viewer, input.group)))
      return null;
    const { manager, search } = this.parts;
    const posed = await new PlanPoser(manager).pose(viewer, input);
    const result = await search.search(posed.problem);
    return Object.assign(new SeriesPlan(), {
      timeZone: posed.problem.clock.timeZone,
      computedAt: new Date(),
      isBest: result.isBest,
      conflicts: result.conflicts.map((conflict) => conflictInWords(posed.problem, conflict)),
      interpretationNeeds: posed.needs,
      freeDates: posed.free,
      meetings: meetingsOf(posed, result),
      participants: participantsOf(posed, result),
    });
  }

  private async mayPlan(viewer: Viewer, id: string): Promise<boolean> {
    const { manager, lookup } = this.parts;
    await lookup.expect("working-groups", WorkingGroupReplica, [id]);
    const group = await manager.findOneBy(WorkingGroupReplica, { id });
    return group !== null && canSee(viewer, group) && canConvene(viewer, groupAsConvener(group));
  }
}
