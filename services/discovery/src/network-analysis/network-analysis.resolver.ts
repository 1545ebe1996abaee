import { ConnectionArgs } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import type { AnalysedNetwork } from "./analysed-network.value.ts";
import { NetworkMetricsArgs, NodeMetricsArgs } from "./network-analysis.inputs.ts";
import type { NetworkAnalysisService } from "./network-analysis.service.ts";
import {
  NetworkBridgeConnection,
  NetworkMetrics,
  NodeMetricsConnection,
} from "./network-analysis.type.ts";

@Resolver(() => NetworkMetrics)
export class NetworkAnalysisResolver {
  constructor(private readonly analyses: NetworkAnalysisService) {}

  @Query(() => NetworkMetrics, {
    nullable: true,
    description:
      "Who is central, who is alone and who holds the network together. Computed from what everybody may see, or the members of one network: never from more, whoever asks. Null for members of a network to which the viewer does not belong. More than 20,000 nodes or 200,000 ties, 15 seconds or 512 MB are an error LIMIT_EXCEEDED that says the budget.",
  })
  networkMetrics(
    @Args(() => NetworkMetricsArgs) args: NetworkMetricsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object | null> {
    return this.analyses.metrics(viewer, args);
  }

  @FieldResolver(() => NodeMetricsConnection, { description: "All nodes, ranked." })
  nodes(
    @Root() network: AnalysedNetwork,
    @Args(() => NodeMetricsArgs) args: NodeMetricsArgs,
  ): object {
    return network.ranked(args);
  }

  @FieldResolver(() => NodeMetricsConnection, {
    description: "Those that are tied to none, by id.",
  })
  isolates(
    @Root() network: AnalysedNetwork,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): object {
    return network.isolates(page);
  }

  @FieldResolver(() => NetworkBridgeConnection, {
    description: "Ties on which a part of the network hangs, by the ids of their ends.",
  })
  bridges(
    @Root() network: AnalysedNetwork,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): object {
    return network.bridges(page);
  }
}
