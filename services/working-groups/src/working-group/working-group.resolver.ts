import { type Connection, connectionOf } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type NetworkKey, NetworkStub } from "../network/network.stub.ts";
import { type ObjectiveKey, ObjectiveStub } from "../objective/objective.stub.ts";
import { stateChoices } from "./working-group-state.policy.ts";
import type { WorkingGroupStateService } from "./working-group-state.service.ts";
import { WorkingGroup } from "./working-group.entity.ts";
import { WorkingGroupState } from "./working-group.enum.ts";
import {
  ChangeWorkingGroupStateInput,
  CreateWorkingGroupInput,
  UpdateWorkingGroupInput,
  WorkingGroupsArgs,
} from "./working-group.inputs.ts";
import { canEditGroup } from "./working-group.policy.ts";
import type { WorkingGroupService } from "./working-group.service.ts";

export const WorkingGroupConnection = connectionOf(() => WorkingGroup, { name: "WorkingGroup" });

@Resolver(() => WorkingGroup)
export class WorkingGroupResolver {
  constructor(
    private readonly groups: WorkingGroupService,
    private readonly states: WorkingGroupStateService,
  ) {}

  @Query(() => WorkingGroup, {
    nullable: true,
    description: "One working group; null where it is missing, or hidden from the viewer.",
  })
  workingGroup(
    @Arg("id", () => ID, { description: "Its TypeID, `grp_…`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<WorkingGroup | null> {
    return loaders.groups.load(id);
  }

  @Query(() => WorkingGroupConnection, {
    nullable: true,
    description: "The working groups that the viewer may see, by code.",
  })
  workingGroups(
    @Args(() => WorkingGroupsArgs) args: WorkingGroupsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<WorkingGroup>> {
    return this.groups.list(viewer, args);
  }

  @Mutation(() => WorkingGroup, {
    nullable: true,
    description:
      "Sets a working group up: by the secretariat of its network, or an administrator. CONFLICT (`code`) when the network has a group of this code.",
  })
  createWorkingGroup(
    @Arg("input", () => CreateWorkingGroupInput, { description: "The group." })
    input: CreateWorkingGroupInput,
    @Ctx() context: Context,
  ): Promise<WorkingGroup> {
    return this.groups.create(requireWriter(context), input);
  }

  @Mutation(() => WorkingGroup, {
    nullable: true,
    description:
      "Changes what is said of a working group: by who sees `viewerCanEdit`. CONFLICT (`code`) when the network has another group of this code.",
  })
  updateWorkingGroup(
    @Arg("input", () => UpdateWorkingGroupInput, { description: "The changes." })
    input: UpdateWorkingGroupInput,
    @Ctx() context: Context,
  ): Promise<WorkingGroup> {
    return this.groups.update(requireWriter(context), input);
  }

  @Mutation(() => WorkingGroup, {
    nullable: true,
    description:
      "Takes a step in a working group's life, to one of its `viewerStateChoices`. CONFLICT (`state`) when it is no step from where the group stands, or when nobody leads a group that is to be active.",
  })
  changeWorkingGroupState(
    @Arg("input", () => ChangeWorkingGroupStateInput, { description: "The step." })
    input: ChangeWorkingGroupStateInput,
    @Ctx() context: Context,
  ): Promise<WorkingGroup> {
    return this.states.change(requireWriter(context), input);
  }

  @FieldResolver(() => [ObjectiveStub], {
    nullable: "items",
    description: "The objectives of the Compact that it works on, in their order.",
  })
  objectives(@Root() group: WorkingGroup): ObjectiveKey[] {
    return group.objectiveNumbers.map((number) => ({ number }));
  }

  @FieldResolver(() => NetworkStub, {
    nullable: true,
    description:
      "The network whose group it is. Null for a group of the platform's own, and where the network is gone or hidden from the viewer.",
  })
  network(@Root() group: WorkingGroup, @Ctx() { loaders }: Context): Promise<NetworkKey | null> {
    return group.networkId === null
      ? Promise.resolve(null)
      : loaders.networks.load(group.networkId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may change what is said of it, and who sits in it.",
  })
  viewerCanEdit(@Root() group: WorkingGroup, @Ctx() { viewer }: Context): boolean {
    return canEditGroup(viewer, group);
  }

  @FieldResolver(() => [WorkingGroupState], {
    description: "The states to which the viewer may bring it now.",
  })
  viewerStateChoices(@Root() group: WorkingGroup, @Ctx() { viewer }: Context): WorkingGroupState[] {
    return stateChoices(viewer, group);
  }
}
