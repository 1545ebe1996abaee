import type { Transaction } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { lockGroupToEdit, lockInGroup } from "../working-group/working-group.repository.ts";
import { MilestoneChange } from "./milestone-change.entity.ts";
import { Milestone } from "./milestone.entity.ts";
import { MilestoneStatus } from "./milestone.enum.ts";
import { publishMilestones } from "./milestone.feed.ts";
import type { AddMilestoneInput, UpdateMilestoneInput } from "./milestone.inputs.ts";
import { needsReason } from "./milestone.policy.ts";

const MILESTONE = { entity: Milestone, type: "Milestone" } as const;

/** What groups want to reach. Every change is kept beside the milestone. */
export class MilestoneService {
  constructor(private readonly parts: ServiceParts) {}

  add(viewer: Viewer, input: AddMilestoneInput): Promise<Milestone> {
    return this.once(viewer, { mutation: "addMilestone", input }, async (tx) => {
      const { id: groupId } = await lockGroupToEdit(tx, viewer, input.group);
      const title = requiredText("title", input.title);
      const { dueDate } = input;
      const milestone = { id: newId("mst"), groupId, title, dueDate, status: MilestoneStatus.OPEN };
      await tx.manager.insert(Milestone, milestone);
      return note(tx, viewer, { milestone: tx.manager.create(Milestone, milestone), reason: null });
    });
  }

  /** @throws BAD_USER_INPUT with the field `reason` when it is put off or dropped without one. */
  update(viewer: Viewer, input: UpdateMilestoneInput): Promise<Milestone> {
    return this.once(viewer, { mutation: "updateMilestone", input }, async (tx) => {
      const of = { ...MILESTONE, id: input.id, edit: true };
      const { row: milestone } = await lockInGroup(tx, viewer, of);
      const { title, dueDate, status } = milestone;
      const reason = optionalText("reason", input.reason, 2_000);
      if (typeof input.title === "string") milestone.title = requiredText("title", input.title);
      milestone.dueDate = input.dueDate ?? dueDate;
      milestone.status = input.status ?? status;
      if (reason === null && needsReason({ dueDate, status }, milestone)) {
        throw invalid("reason", "Say why it is put off or dropped");
      }
      const changed =
        milestone.title !== title || milestone.dueDate !== dueDate || milestone.status !== status;
      if (!changed) return milestone;
      await tx.manager.save(milestone);
      return note(tx, viewer, { milestone, reason });
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: AddMilestoneInput | UpdateMilestoneInput },
    work: (tx: Transaction) => Promise<Milestone>,
  ): Promise<Milestone> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await lockInGroup(tx, viewer, { ...MILESTONE, id })).row,
      }),
    );
  }
}

/** Writes down how the viewer leaves it, and tells. */
async function note(
  tx: Transaction,
  viewer: Viewer,
  { milestone, reason }: { milestone: Milestone; reason: string | null },
): Promise<Milestone> {
  const { id: milestoneId, title, dueDate, status } = milestone;
  const left = { milestoneId, title, dueDate, status, reason };
  const who = { personId: viewer.person, at: new Date() };
  await tx.manager.insert(MilestoneChange, { id: newId("msc"), ...left, ...who });
  await publishMilestones(tx, [milestoneId]);
  return milestone;
}
