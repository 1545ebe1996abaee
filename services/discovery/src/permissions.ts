import { openToAll, type Permission } from "@convene/shared/permission/permission";
import { groupHealthPermissions } from "./group-health/group-health.permission.ts";
import { networkAnalysisPermissions } from "./network-analysis/network-analysis.permission.ts";
import { savedSearchPermissions } from "./saved-search/saved-search.permission.ts";

const COMPUTED = [
  ...[
    "coverage",
    "neighbourhood",
    "networkGraph",
    "findPartners",
    "connect",
    "whoIsMissing",
    "search",
    "healthBoard",
  ],
];

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...openToAll(
    "of what the viewer sees",
    COMPUTED.map((name) => `Query.${name}`),
  ),
  ...groupHealthPermissions,
  ...networkAnalysisPermissions,
  ...savedSearchPermissions,
];
