import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden } from "@convene/shared/errors";
import { optionalText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { noteTransition } from "./working-group-transition.repository.ts";
import { isStep, needsCoLead, stateChoices } from "./working-group-state.policy.ts";
import type { WorkingGroup } from "./working-group.entity.ts";
import { publishGroups } from "./working-group.feed.ts";
import type { ChangeWorkingGroupStateInput } from "./working-group.inputs.ts";
import { canEditGroup } from "./working-group.policy.ts";
import { lockGroup } from "./working-group.repository.ts";

/** Whether somebody leads the group today. Seats know; groups do not know seats. */
export type HasCoLead = (manager: EntityManager, groupId: string) => Promise<boolean>;

/** The steps of a group's life. */
export class WorkingGroupStateService {
  constructor(
    private readonly parts: ServiceParts,
    private readonly hasCoLead: HasCoLead,
  ) {}

  /** @throws CONFLICT with the field `state` when this is no step from where the group stands. */
  change(viewer: Viewer, input: ChangeWorkingGroupStateInput): Promise<WorkingGroup> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "changeWorkingGroupState",
        input,
        first: () => this.step(tx, viewer, input),
        again: (id) => lockGroup(tx, viewer, id),
      }),
    );
  }

  private async step(
    tx: Transaction,
    viewer: Viewer,
    { id, state, reason: why }: ChangeWorkingGroupStateInput,
  ): Promise<WorkingGroup> {
    const group = await lockGroup(tx, viewer, id);
    if (!canEditGroup(viewer, group)) throw forbidden("Only its co-leads and secretariat may");
    if (!isStep(group.state, state)) {
      throw conflict(`A group does not go from ${group.state} to ${state}`, { field: "state" });
    }
    if (!stateChoices(viewer, group).includes(state)) {
      throw forbidden("Only the secretariat of its network decides this");
    }
    if (needsCoLead(state) && !(await this.hasCoLead(tx.manager, id))) {
      throw conflict("A group needs a co-lead before it is active", { field: "state" });
    }
    const reason = optionalText("reason", why, 2_000);
    const step = { groupId: id, from: group.state, to: state, reason };
    await noteTransition(tx, viewer, step);
    Object.assign(group, { state, version: group.version + 1, updatedAt: new Date() });
    await tx.manager.save(group);
    await publishGroups(tx, [id]);
    return group;
  }
}
