import { FieldResolver, Resolver, Root } from "type-graphql";
import type { FoundGraph } from "../network-graph/network-graph.service.ts";
import { NetworkGraph } from "../network-graph/network-graph.type.ts";
import type { NetworkAnalysisService } from "./network-analysis.service.ts";
import { NetworkGraphPlace } from "./network-analysis.type.ts";
import type { NodePlace } from "./network-analysis.value.ts";

@Resolver(() => NetworkGraph)
export class NodePlaceResolver {
  constructor(private readonly analyses: NetworkAnalysisService) {}

  @FieldResolver(() => [NetworkGraphPlace], {
    nullable: true,
    description:
      "A place for each of the nodes, in their order, for drawing. Computed when asked for, from what the viewer sees, and not kept; 15 seconds at the most, then LIMIT_EXCEEDED.",
  })
  places(@Root() graph: FoundGraph): Promise<NodePlace[]> {
    return this.analyses.places(graph);
  }
}
