import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canEditNetwork } from "../network/network.policy.ts";
import { sampleOrganisation } from "../organisation/organisation.permission.ts";
import { canSeeDuplicates } from "./duplicate.policy.ts";

export const duplicatePermissions: readonly Permission[] = [
  {
    field: "Organisation.duplicates",
    of: "of an organisation that everybody sees",
    shows: (viewer) => canSeeDuplicates(viewer, sampleOrganisation),
  },
  {
    field: "Network.duplicates",
    of: "of a network that everybody sees",
    shows: (viewer) => canEditNetwork(viewer, { id: SAMPLE.network }),
  },
];
