import { Audience, canSee } from "@convene/shared/audience";
import {
  hasGroupRole,
  hasNetworkRole,
  isAdmin,
  type NetworkRole,
  type Viewer,
} from "@convene/shared/viewer";
import type { Protection } from "@convene/shared/protection";

/** Whose meeting it is: a group's, which may stand in a network, or a whole network's. */
export interface Convened {
  readonly groupId: string | null;
  readonly networkId: string | null;
}

/** Co-leads of the group, the secretariat of the network, and administrators. */
export const canConvene = (viewer: Viewer | null, convened: Convened): boolean =>
  isAdmin(viewer) ||
  isOfNetwork(viewer, convened, ["SECRETARIAT"]) ||
  (convened.groupId !== null && hasGroupRole(viewer, convened.groupId, ["CO_LEAD"]));

/** Who sits there: holders of the group's seats, or members of the network; and who may convene. */
export function sitsThere(viewer: Viewer | null, convened: Convened): boolean {
  if (canConvene(viewer, convened)) return true;
  return convened.groupId === null
    ? isOfNetwork(viewer, convened, ["SECRETARIAT", "MEMBER"])
    : hasGroupRole(viewer, convened.groupId, ["CO_LEAD", "MEMBER", "OBSERVER"]);
}

const isOfNetwork = (
  viewer: Viewer | null,
  { networkId }: Convened,
  roles: readonly NetworkRole[],
): boolean => networkId !== null && hasNetworkRole(viewer, [networkId], roles);

const FROM_WIDE_TO_NARROW = [
  Audience.PUBLIC,
  Audience.NETWORK,
  Audience.ORGANISATION,
  Audience.NOBODY,
  Audience.TAKEN_DOWN,
];

/** Who may see what is convened: in the end, and the convener itself. */
export interface ConvenedProtection extends Protection {
  readonly convenerAudience: Audience;
}

/**
 * The narrower of the audience that was chosen and the convener's, with the convener's
 * organisations and networks. As both audiences speak of the same organisations and networks, this
 * is exactly "who may see both". Of a convener that is gone, administrators only.
 */
export function protectionWithin(
  convener: Protection | null,
  chosen: Audience,
): ConvenedProtection {
  const { NOBODY } = Audience;
  if (!convener)
    return { audience: NOBODY, organisations: [], networks: [], convenerAudience: NOBODY };
  const narrower = Math.max(
    FROM_WIDE_TO_NARROW.indexOf(convener.audience),
    FROM_WIDE_TO_NARROW.indexOf(chosen),
  );
  return {
    audience: FROM_WIDE_TO_NARROW[narrower] ?? NOBODY,
    organisations: [...convener.organisations].sort(),
    networks: [...convener.networks].sort(),
    convenerAudience: convener.audience,
  };
}

/**
 * Those of its audience; and, whatever the audience, those who sit there and see the convener. Of
 * what was taken down, those who convene.
 */
export const canSeeConvened = (
  viewer: Viewer | null,
  convened: Convened & ConvenedProtection,
): boolean =>
  canSee(viewer, convened) ||
  (convened.audience === Audience.TAKEN_DOWN
    ? canConvene(viewer, convened)
    : sitsThere(viewer, convened) &&
      canSee(viewer, { ...convened, audience: convened.convenerAudience }));
