import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { editsNetwork } from "../network/network.permission.ts";
import { canSeeNetwork } from "../network/network.policy.ts";
import { seesOrganisation } from "../organisation/organisation.permission.ts";

const inner = { id: SAMPLE.network, audience: Audience.NETWORK };

/** Who may end a membership is who may give it. */
export const networkMemberPermissions: readonly Permission[] = [
  { mutation: "addNetworkMember", of: "a network that everybody sees", ...editsNetwork },
  { mutation: "endNetworkMember", of: "a membership that everybody sees", ...editsNetwork },
  {
    field: "NetworkMember",
    of: "of a network of the audience NETWORK",
    shows: (viewer) => canSeeNetwork(viewer, inner) && seesOrganisation(viewer),
  },
];
