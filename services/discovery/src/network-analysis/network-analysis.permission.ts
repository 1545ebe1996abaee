import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { eyesOf } from "./network-analysis.policy.ts";

const metrics = { field: "Query.networkMetrics" };

export const networkAnalysisPermissions: readonly Permission[] = [
  {
    ...metrics,
    of: "computed from what everybody sees",
    shows: (viewer) => eyesOf(viewer, null) !== undefined,
  },
  {
    ...metrics,
    of: "computed from what members of the network see",
    shows: (viewer) => eyesOf(viewer, SAMPLE.network) !== undefined,
  },
];
