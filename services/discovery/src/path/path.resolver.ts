import type { GraphNode } from "@convene/shared/node";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { stubOf } from "../node/node.enum.ts";
import { ConnectArgs } from "./path.inputs.ts";
import type { PathService } from "./path.service.ts";
import { ConnectedPaths, PathStep } from "./path.type.ts";

@Resolver(() => PathStep)
export class PathResolver {
  constructor(private readonly paths: PathService) {}

  @Query(() => ConnectedPaths, {
    nullable: true,
    description:
      "Over whom one gets from one thing to another: the best of the shortest ways, with a reason for each step, never through anything that the viewer may not see. Null where an end does not exist, or is hidden. A way through more than 20,000 things or ties, or that takes longer than 5 seconds, is an error LIMIT_EXCEEDED that says the budget.",
  })
  connect(
    @Args(() => ConnectArgs) args: ConnectArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object | null> {
    return this.paths.connect(viewer, args);
  }

  @FieldResolver()
  node(@Root() { to }: PathStep): GraphNode | null {
    return stubOf(to);
  }
}
