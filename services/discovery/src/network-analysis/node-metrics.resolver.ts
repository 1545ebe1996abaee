import type { GraphNode } from "@convene/shared/node";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { stubOf } from "../node/node.enum.ts";
import { NodeMetrics } from "./network-analysis.type.ts";

@Resolver(() => NodeMetrics)
export class NodeMetricsResolver {
  @FieldResolver()
  node(@Root() { id }: NodeMetrics): GraphNode | null {
    return stubOf(id);
  }
}
