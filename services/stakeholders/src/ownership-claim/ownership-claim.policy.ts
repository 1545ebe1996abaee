import { hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { OwnershipClaimState } from "./ownership-claim.enum.ts";
import type { OwnershipClaim } from "./ownership-claim.entity.ts";

type Claimed = Pick<Organisation, "networks">;

/** Whoever is somebody here; in whose name they ask, those who decide must know. */
export const canClaim = (viewer: Viewer | null): boolean => viewer?.person != null;

/** The secretariats of its networks, and administrators. */
const decidesClaimsOf = (viewer: Viewer | null, { networks }: Claimed): boolean =>
  isAdmin(viewer) || hasNetworkRole(viewer, networks, ["SECRETARIAT"]);

const isOwn = (viewer: Viewer | null, { personId }: Pick<OwnershipClaim, "personId">): boolean =>
  viewer?.person === personId;

/** Nobody decides about a claim of their own. */
export const canDecideClaim = (
  viewer: Viewer | null,
  claim: Pick<OwnershipClaim, "personId">,
  organisation: Claimed,
): boolean => decidesClaimsOf(viewer, organisation) && !isOwn(viewer, claim);

/** Null for an organisation that the viewer does not see. */
export const canDecideNow = (
  viewer: Viewer | null,
  claim: Pick<OwnershipClaim, "personId" | "state">,
  organisation: Claimed | null,
): boolean =>
  claim.state === OwnershipClaimState.OPEN &&
  organisation !== null &&
  canDecideClaim(viewer, claim, organisation);

/** Whose it is, and who decides. */
export const canSeeClaim = (
  viewer: Viewer | null,
  claim: Pick<OwnershipClaim, "personId">,
  organisation: Claimed,
): boolean => isOwn(viewer, claim) || decidesClaimsOf(viewer, organisation);
