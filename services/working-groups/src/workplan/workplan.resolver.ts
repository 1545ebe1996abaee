import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { Workplan } from "./workplan.entity.ts";
import { AddWorkplanInput, UpdateWorkplanInput } from "./workplan.inputs.ts";
import type { WorkplanService } from "./workplan.service.ts";

const WorkplanConnection = connectionOf(() => Workplan, { name: "Workplan" });

@Resolver(() => Workplan)
export class WorkplanResolver {
  constructor(private readonly plans: WorkplanService) {}

  @Mutation(() => Workplan, {
    nullable: true,
    description: "Adds a workplan to a group, by who sees the group's `viewerCanEdit`.",
  })
  addWorkplan(
    @Arg("input", () => AddWorkplanInput, { description: "The workplan." })
    input: AddWorkplanInput,
    @Ctx() context: Context,
  ): Promise<Workplan> {
    return this.plans.add(requireWriter(context), input);
  }

  @Mutation(() => Workplan, {
    nullable: true,
    description:
      "Changes a workplan, by who sees its `viewerCanEdit`. CONFLICT (`endDate`) when an activity would lie outside of its days.",
  })
  updateWorkplan(
    @Arg("input", () => UpdateWorkplanInput, { description: "The changes." })
    input: UpdateWorkplanInput,
    @Ctx() context: Context,
  ): Promise<Workplan> {
    return this.plans.update(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it, and add to it." })
  viewerCanEdit(@Root() plan: Workplan, @Ctx() { loaders, viewer }: Context): Promise<boolean> {
    return loaders.groups
      .load(plan.groupId)
      .then((group) => group !== null && canEditGroup(viewer, group));
  }
}

@Resolver(() => WorkingGroup)
export class GroupWorkplansResolver {
  @FieldResolver(() => WorkplanConnection, { description: "Its workplans, the latest first." })
  workplans(
    @Root() group: WorkingGroup,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Workplan>> {
    return loaders.workplansOfGroup.load(group.id, args);
  }
}
