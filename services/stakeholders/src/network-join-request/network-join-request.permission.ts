import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { canEditNetwork, canSeeNetwork } from "../network/network.policy.ts";
import { otherOrganisation, sampleOrganisation } from "../organisation/organisation.permission.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import { canSeeRequest } from "./network-join-request.policy.ts";

const OF = "a request of the other organisation, to the network";
const network = { id: SAMPLE.network, audience: Audience.PUBLIC };
const ends = { network, organisation: otherOrganisation };
const sees = (viewer: Viewer | null): boolean => canSeeRequest(viewer, ends);

export const networkJoinRequestPermissions: readonly Permission[] = [
  {
    mutation: "requestToJoinNetwork",
    of: "a network that everybody sees, for the organisation",
    sees: (viewer) => canSeeNetwork(viewer, network),
    may: (viewer) => canEditOrganisation(viewer, sampleOrganisation),
  },
  {
    mutation: "decideNetworkJoinRequest",
    of: OF,
    sees,
    may: (viewer) => canEditNetwork(viewer, network),
  },
  {
    mutation: "withdrawNetworkJoinRequest",
    of: OF,
    sees,
    may: (viewer) => canEditOrganisation(viewer, otherOrganisation),
  },
  { field: "Network.joinRequests", of: OF, shows: sees },
];
