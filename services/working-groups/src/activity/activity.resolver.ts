import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type OrganisationKey, OrganisationStub } from "../organisation/organisation.stub.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { Workplan } from "../workplan/workplan.entity.ts";
import { Activity } from "./activity.entity.ts";
import { AddActivityInput, RemoveActivityInput, UpdateActivityInput } from "./activity.inputs.ts";
import type { ActivityService } from "./activity.service.ts";

const ActivityConnection = connectionOf(() => Activity, { name: "Activity" });

@Resolver(() => Activity)
export class ActivityResolver {
  constructor(private readonly activities: ActivityService) {}

  @Mutation(() => Activity, {
    nullable: true,
    description: "Adds an activity to a workplan, by who sees the workplan's `viewerCanEdit`.",
  })
  addActivity(
    @Arg("input", () => AddActivityInput, { description: "The activity." })
    input: AddActivityInput,
    @Ctx() context: Context,
  ): Promise<Activity> {
    return this.activities.add(requireWriter(context), input);
  }

  @Mutation(() => Activity, {
    nullable: true,
    description: "Changes an activity, by who sees its `viewerCanEdit`.",
  })
  updateActivity(
    @Arg("input", () => UpdateActivityInput, { description: "The changes." })
    input: UpdateActivityInput,
    @Ctx() context: Context,
  ): Promise<Activity> {
    return this.activities.update(requireWriter(context), input);
  }

  @Mutation(() => Activity, {
    nullable: true,
    description: "Takes an activity out of its workplan, by who sees its `viewerCanEdit`.",
  })
  removeActivity(
    @Arg("input", () => RemoveActivityInput, { description: "Which." })
    input: RemoveActivityInput,
    @Ctx() context: Context,
  ): Promise<Activity> {
    return this.activities.remove(requireWriter(context), input);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description:
      "Who carries it out. Null for nobody in particular, and where it is gone or hidden.",
  })
  organisation(
    @Root() { organisationId }: Activity,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationKey | null> {
    return loadMaybe(loaders.organisations, organisationId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it." })
  viewerCanEdit(@Root() { groupId }: Activity, @Ctx() context: Context): Promise<boolean> {
    return context.loaders.groups
      .load(groupId)
      .then((group) => group !== null && canEditGroup(context.viewer, group));
  }
}

@Resolver(() => Workplan)
export class WorkplanActivitiesResolver {
  @FieldResolver(() => ActivityConnection, { description: "What it holds, by its first day." })
  activities(
    @Root() plan: Workplan,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Activity>> {
    return loaders.activitiesOfWorkplan.load(plan.id, args);
  }
}
