import { Audience, canSee, type Protected } from "@convene/shared/audience";
import { hasGroupRole, hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";

/** The group that asks. */
export interface AskingGroup extends Protected {
  readonly id: string;
  readonly networkId: string | null;
}

/**
 * Those whom a call asks, of those who see its group: the rule of working-groups, whose call it is,
 * by what is known here of the group. So a call that is hidden is missing already here.
 */
export const canSeeCall = (
  viewer: Viewer | null,
  group: AskingGroup,
  { addressees }: { readonly addressees: string },
): boolean =>
  seesGroup(viewer, group) &&
  (addressees === "PUBLIC" ||
    isInside(viewer, group) ||
    (addressees === "NETWORK" && isOfNetwork(viewer, group, ["SECRETARIAT", "MEMBER"])));

const seesGroup = (viewer: Viewer | null, group: AskingGroup): boolean =>
  canSee(viewer, group) ||
  hasGroupRole(viewer, group.id, ["CO_LEAD"]) ||
  (group.audience !== Audience.TAKEN_DOWN &&
    hasGroupRole(viewer, group.id, ["MEMBER", "OBSERVER"])) ||
  isOfNetwork(viewer, group, ["SECRETARIAT"]);

/** Who edits the group, sits in it, or acts for an organisation with a seat. */
const isInside = (viewer: Viewer | null, group: AskingGroup): boolean =>
  isAdmin(viewer) ||
  isOfNetwork(viewer, group, ["SECRETARIAT"]) ||
  hasGroupRole(viewer, group.id, ["CO_LEAD", "MEMBER", "OBSERVER"]) ||
  (viewer?.organisations.some(({ id }) => group.organisations.includes(id)) ?? false);

const isOfNetwork = (
  viewer: Viewer | null,
  { networkId }: AskingGroup,
  roles: readonly ("SECRETARIAT" | "MEMBER")[],
): boolean => networkId !== null && hasNetworkRole(viewer, [networkId], roles);
