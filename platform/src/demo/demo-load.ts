import type { DemoGraph, Ids } from "./demo-graph.ts";
import type { DemoNetwork } from "./demo-network.ts";

/** Everything that one part of the demo network is loaded with. */
export interface DemoLoad {
  readonly graph: DemoGraph;
  readonly network: DemoNetwork;
  readonly organisations: Ids;
  readonly people: Ids;
  readonly networks: Ids;
  readonly groups: Ids;
  readonly practices: Ids;
}
