import { Audience, canSee, type Protected } from "@convene/shared/audience";
import {
  type GroupRole,
  hasGroupRole,
  hasNetworkRole,
  isAdmin,
  type NetworkRole,
  type Viewer,
} from "@convene/shared/viewer";

/** A group, a meeting or a series of another service, as its rules see it. */
interface ConvenedContent extends Protected {
  /** The group itself, or the one that convenes. */
  readonly groupId: string | null;
  readonly networkId: string | null;
}

/** As `canSeeGroup` has it, in the service of working groups. */
export const seesGroup = (viewer: Viewer, group: ConvenedContent): boolean =>
  canSee(viewer, group) ||
  isOfGroup(viewer, group, ["CO_LEAD"]) ||
  (group.audience !== Audience.TAKEN_DOWN && isOfGroup(viewer, group, ["MEMBER", "OBSERVER"])) ||
  isOfNetwork(viewer, group, ["SECRETARIAT"]);

/** As `canSeeConvened` has it, in the service of meetings. */
export const seesConvened = (
  viewer: Viewer,
  convened: ConvenedContent,
  convenerAudience: Audience,
): boolean =>
  canSee(viewer, convened) ||
  (convened.audience === Audience.TAKEN_DOWN
    ? convenes(viewer, convened)
    : sitsThere(viewer, convened) && canSee(viewer, { ...convened, audience: convenerAudience }));

const convenes = (viewer: Viewer, convened: ConvenedContent): boolean =>
  isAdmin(viewer) ||
  isOfNetwork(viewer, convened, ["SECRETARIAT"]) ||
  isOfGroup(viewer, convened, ["CO_LEAD"]);

const sitsThere = (viewer: Viewer, convened: ConvenedContent): boolean =>
  convenes(viewer, convened) ||
  (convened.groupId === null
    ? isOfNetwork(viewer, convened, ["MEMBER"])
    : isOfGroup(viewer, convened, ["MEMBER", "OBSERVER"]));

/**
 * The network whose secretariat may decide: of a group that stands in that one alone, and of what
 * such a group convenes, while its audience is not narrower than the network. The meetings that a
 * network itself convenes are the secretariat's own.
 */
export function caringNetworks(content: ConvenedContent): string[] {
  const { audience, groupId, networkId, networks } = content;
  if (groupId === null || networkId === null) return [];
  const isOpen = audience === Audience.PUBLIC || audience === Audience.NETWORK;
  return isOpen && networks.every((id) => id === networkId) ? [networkId] : [];
}

/** Whoever leads the group; where none convenes, the secretariat. */
export const ownersOf = ({ groupId, networkId }: ConvenedContent): string[] =>
  [groupId ?? networkId].filter((id) => id !== null);

const isOfGroup = (
  viewer: Viewer,
  { groupId }: ConvenedContent,
  roles: readonly GroupRole[],
): boolean => groupId !== null && hasGroupRole(viewer, groupId, roles);

const isOfNetwork = (
  viewer: Viewer,
  { networkId }: ConvenedContent,
  roles: readonly NetworkRole[],
): boolean => networkId !== null && hasNetworkRole(viewer, [networkId], roles);
