import { ConnectionArgs } from "@convene/shared/connection/connection";
import { ArgsType, Field, ID } from "type-graphql";
import { NetworkPartArgs } from "../network-graph/network-graph.inputs.ts";
import { NetworkMetric } from "./network-analysis.enum.ts";

@ArgsType()
export class NetworkMetricsArgs extends NetworkPartArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      "A network of the viewer's: computed from what its members may see. From what everybody may see if absent.",
  })
  forMembersOf?: string | null;
}

@ArgsType()
export class NodeMetricsArgs extends ConnectionArgs {
  @Field(() => NetworkMetric, {
    defaultValue: NetworkMetric.BETWEENNESS,
    description: "By which number they are ranked, the largest first.",
  })
  by: NetworkMetric = NetworkMetric.BETWEENNESS;
}
