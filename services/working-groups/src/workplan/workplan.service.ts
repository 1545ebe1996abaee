import type { Transaction } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { dateOrder, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { lockGroupToEdit, lockInGroup } from "../working-group/working-group.repository.ts";
import { Workplan } from "./workplan.entity.ts";
import type { AddWorkplanInput, UpdateWorkplanInput } from "./workplan.inputs.ts";
import { leavesOutActivity } from "./workplan.repository.ts";

export const WORKPLAN = { entity: Workplan, type: "Workplan" } as const;

/** In which time a group plans. Every change takes the group's row first. */
export class WorkplanService {
  constructor(private readonly parts: ServiceParts) {}

  add(viewer: Viewer, input: AddWorkplanInput): Promise<Workplan> {
    return this.once(viewer, { mutation: "addWorkplan", input }, async (tx) => {
      const { id: groupId } = await lockGroupToEdit(tx, viewer, input.group);
      const { startDate, endDate } = input;
      const title = requiredText("title", input.title);
      dateOrder("endDate", startDate, endDate);
      const plan = { id: newId("wpl"), groupId, title, startDate, endDate };
      await tx.manager.insert(Workplan, plan);
      return tx.manager.create(Workplan, plan);
    });
  }

  /** @throws CONFLICT with the field `endDate` when an activity would lie outside of its days. */
  update(viewer: Viewer, input: UpdateWorkplanInput): Promise<Workplan> {
    return this.once(viewer, { mutation: "updateWorkplan", input }, async (tx) => {
      const { row: plan } = await lockInGroup(tx, viewer, {
        ...WORKPLAN,
        id: input.id,
        edit: true,
      });
      if (typeof input.title === "string") plan.title = requiredText("title", input.title);
      plan.startDate = input.startDate ?? plan.startDate;
      plan.endDate = input.endDate ?? plan.endDate;
      dateOrder("endDate", plan.startDate, plan.endDate);
      if (await leavesOutActivity(tx.manager, plan)) {
        throw conflict("An activity lies outside of these days", { field: "endDate" });
      }
      return tx.manager.save(plan);
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: AddWorkplanInput | UpdateWorkplanInput },
    work: (tx: Transaction) => Promise<Workplan>,
  ): Promise<Workplan> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await lockInGroup(tx, viewer, { ...WORKPLAN, id })).row,
      }),
    );
  }
}
