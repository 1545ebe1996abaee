import type { Transaction } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { dateOrder, optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type {
  StakeholderKey,
  StakeholderRepository,
} from "../stakeholder/stakeholder.repository.ts";
import { lockInGroup } from "../working-group/working-group.repository.ts";
import { Workplan } from "../workplan/workplan.entity.ts";
import { WORKPLAN } from "../workplan/workplan.service.ts";
import { Activity } from "./activity.entity.ts";
import type {
  AddActivityInput,
  RemoveActivityInput,
  UpdateActivityInput,
} from "./activity.inputs.ts";

const ACTIVITY = { entity: Activity, type: "Activity" } as const;

type ActivityInput = AddActivityInput | UpdateActivityInput | RemoveActivityInput;

/** What a workplan holds. Every change takes the group's row first. */
export class ActivityService {
  constructor(
    private readonly parts: ServiceParts,
    private readonly stakeholders: StakeholderRepository,
  ) {}

  async add(viewer: Viewer, input: AddActivityInput): Promise<Activity> {
    const who = organisationOf(input);
    await this.stakeholders.catchUpOn(who);
    return this.once(viewer, { mutation: "addActivity", input }, async (tx) => {
      const of = { ...WORKPLAN, id: input.workplan, edit: true };
      const { row: plan } = await lockInGroup(tx, viewer, of);
      await this.stakeholders.requireVisible(tx.manager, viewer, who);
      const { startDate, dueDate, status } = input;
      const activity = tx.manager.create(Activity, {
        ...{ id: newId("wpa"), groupId: plan.groupId, workplanId: plan.id },
        title: requiredText("title", input.title),
        description: optionalText("description", input.description, 10_000),
        ...{ startDate, dueDate, status, organisationId: input.organisation ?? null },
      });
      checkDays(activity, plan);
      await tx.manager.insert(Activity, activity);
      return activity;
    });
  }

  async update(viewer: Viewer, input: UpdateActivityInput): Promise<Activity> {
    const who = organisationOf(input);
    await this.stakeholders.catchUpOn(who);
    return this.once(viewer, { mutation: "updateActivity", input }, async (tx) => {
      const of = { ...ACTIVITY, id: input.id, edit: true };
      const { row: activity } = await lockInGroup(tx, viewer, of);
      await this.stakeholders.requireVisible(tx.manager, viewer, who);
      Object.assign(activity, changesOf(input));
      checkDays(activity, await tx.manager.findOneByOrFail(Workplan, { id: activity.workplanId }));
      return tx.manager.save(activity);
    });
  }

  remove(viewer: Viewer, input: RemoveActivityInput): Promise<Activity> {
    return this.once(viewer, { mutation: "removeActivity", input }, async (tx) => {
      const of = { ...ACTIVITY, id: input.id, edit: true };
      const { row: activity } = await lockInGroup(tx, viewer, of);
      await tx.manager.delete(Activity, activity.id);
      return activity;
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: ActivityInput },
    work: (tx: Transaction) => Promise<Activity>,
  ): Promise<Activity> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await lockInGroup(tx, viewer, { ...ACTIVITY, id })).row,
      }),
    );
  }
}

/** @throws BAD_USER_INPUT for days outside of the workplan's, or in the wrong order. */
function checkDays({ startDate, dueDate }: Activity, plan: Workplan): void {
  dateOrder("dueDate", startDate, dueDate);
  const within = `the workplan lasts from ${plan.startDate} to ${plan.endDate}`;
  if (startDate < plan.startDate) throw invalid("startDate", `startDate ${startDate}: ${within}`);
  if (dueDate > plan.endDate) throw invalid("dueDate", `dueDate ${dueDate}: ${within}`);
}

/** Null takes away what may be absent, and leaves alone what may not. */
function changesOf(input: UpdateActivityInput): Partial<Activity> {
  const { title, description, startDate, dueDate, status, organisation } = input;
  return {
    ...(typeof title === "string" && { title: requiredText("title", title) }),
    ...(description !== undefined && {
      description: optionalText("description", description, 10_000),
    }),
    ...(startDate && { startDate }),
    ...(dueDate && { dueDate }),
    ...(status && { status }),
    ...(organisation !== undefined && { organisationId: organisation }),
  };
}

const organisationOf = ({
  organisation,
}: AddActivityInput | UpdateActivityInput): StakeholderKey[] =>
  organisation ? [{ type: "Organisation", id: organisation }] : [];
