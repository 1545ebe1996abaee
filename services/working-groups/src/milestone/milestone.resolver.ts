import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { today } from "@convene/shared/today";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type PersonKey, PersonStub } from "../person/person.stub.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { MilestoneChange } from "./milestone-change.entity.ts";
import { Milestone } from "./milestone.entity.ts";
import { AddMilestoneInput, UpdateMilestoneInput } from "./milestone.inputs.ts";
import { isOverdue } from "./milestone.policy.ts";
import type { MilestoneService } from "./milestone.service.ts";

const MilestoneConnection = connectionOf(() => Milestone, { name: "Milestone" });
const MilestoneChangeConnection = connectionOf(() => MilestoneChange, { name: "MilestoneChange" });

@Resolver(() => Milestone)
export class MilestoneResolver {
  constructor(private readonly milestones: MilestoneService) {}

  @Mutation(() => Milestone, {
    nullable: true,
    description: "Adds a milestone to a group, by who sees the group's `viewerCanEdit`.",
  })
  addMilestone(
    @Arg("input", () => AddMilestoneInput, { description: "The milestone." })
    input: AddMilestoneInput,
    @Ctx() context: Context,
  ): Promise<Milestone> {
    return this.milestones.add(requireWriter(context), input);
  }

  @Mutation(() => Milestone, {
    nullable: true,
    description:
      "Changes a milestone, by who sees its `viewerCanEdit`; how it was stays in its history. BAD_USER_INPUT (`reason`) for one that is put off or dropped without saying why.",
  })
  updateMilestone(
    @Arg("input", () => UpdateMilestoneInput, { description: "The changes." })
    input: UpdateMilestoneInput,
    @Ctx() context: Context,
  ): Promise<Milestone> {
    return this.milestones.update(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Open, and its day (UTC) is over." })
  isOverdue(@Root() milestone: Milestone): boolean {
    return isOverdue(milestone, today());
  }

  @FieldResolver(() => MilestoneChangeConnection, {
    description: "How each who changed it left it, the latest first; the last is how it began.",
  })
  history(
    @Root() milestone: Milestone,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<MilestoneChange>> {
    return loaders.changesOfMilestone.load(milestone.id, args);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it." })
  viewerCanEdit(@Root() { groupId }: Milestone, @Ctx() context: Context): Promise<boolean> {
    return context.loaders.groups
      .load(groupId)
      .then((group) => group !== null && canEditGroup(context.viewer, group));
  }
}

@Resolver(() => MilestoneChange)
export class MilestoneChangeResolver {
  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who changed it. Null for the platform itself, and where the person is gone or hidden.",
  })
  by(
    @Root() { personId }: MilestoneChange,
    @Ctx() { loaders }: Context,
  ): Promise<PersonKey | null> {
    return loadMaybe(loaders.people, personId);
  }
}

@Resolver(() => WorkingGroup)
export class GroupMilestonesResolver {
  @FieldResolver(() => MilestoneConnection, { description: "Its milestones, by their day." })
  milestones(
    @Root() group: WorkingGroup,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Milestone>> {
    return loaders.milestonesOfGroup.load(group.id, args);
  }
}
