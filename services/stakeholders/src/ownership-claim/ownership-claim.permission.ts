import type { Permission } from "@convene/shared/permission/permission";
import { sampleOrganisation, seesOrganisation } from "../organisation/organisation.permission.ts";
import { canClaim, canDecideClaim, canSeeClaim } from "./ownership-claim.policy.ts";

/** By somebody who is none of those who ask. */
const claim = { personId: "per_claimant" };
const OF = "a claim to a member of the network";

export const ownershipClaimPermissions: readonly Permission[] = [
  {
    mutation: "claimOrganisation",
    of: "an organisation of nobody's, which everybody sees",
    sees: seesOrganisation,
    may: canClaim,
  },
  {
    mutation: "decideOwnershipClaim",
    of: OF,
    sees: (viewer) => canSeeClaim(viewer, claim, sampleOrganisation),
    may: (viewer) => canDecideClaim(viewer, claim, sampleOrganisation),
  },
  {
    field: "Query.ownershipClaims",
    of: OF,
    shows: (viewer) => canSeeClaim(viewer, claim, sampleOrganisation),
  },
];
