import { type Connection, connectionOf } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { HealthBoardArgs } from "./group-health.inputs.ts";
import type { FoundHealth, GroupHealthService } from "./group-health.service.ts";
import { WorkingGroupHealth } from "./group-health.type.ts";

const WorkingGroupHealthConnection = connectionOf(() => WorkingGroupHealth, {
  name: "WorkingGroupHealth",
});

@Resolver(() => WorkingGroupStub)
export class GroupHealthResolver {
  constructor(private readonly healths: GroupHealthService) {}

  @Query(() => WorkingGroupHealthConnection, {
    nullable: true,
    description:
      "How the groups fare that are chartered or active: who needs help most comes first. Of each group told to those who sit in it, to the secretariat of its network, and to administrators.",
  })
  healthBoard(
    @Args(() => HealthBoardArgs) args: HealthBoardArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<FoundHealth>> {
    return this.healths.board(viewer, args);
  }

  @FieldResolver(() => WorkingGroupHealth, {
    nullable: true,
    description:
      "How it fares. Null for all but those who sit in it, the secretariat of its network, and administrators.",
  })
  health(
    @Root() { id }: WorkingGroupStub,
    @Ctx() { loaders }: Context,
  ): Promise<FoundHealth | null> {
    return loaders.groupHealth.load(id);
  }
}
