import { GraphNode } from "@convene/shared/node";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { nodesOf } from "./node.service.ts";

@Resolver()
export class NodeResolver {
  @Query(() => GraphNode, {
    nullable: true,
    description:
      "Anything that implements `Node`, by its id. Null where nothing has this id, or the viewer may not see it.",
  })
  node(
    @Arg("id", () => ID, { description: "A TypeID, such as `org_01h455vb4pex5vsknk084sn02q`." })
    id: string,
    @Ctx() { loaders }: Context,
  ): Promise<GraphNode | null> {
    return loaders.nodes.load(id);
  }

  @Query(() => [GraphNode], {
    nullable: "itemsAndList",
    description: "As `node`, for up to 100 ids at once, in the order asked.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "At most 100." }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(GraphNode | null)[]> {
    return nodesOf(loaders.nodes, ids);
  }
}
