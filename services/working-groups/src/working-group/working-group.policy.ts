import { Audience, canSee, type Protected } from "@convene/shared/audience";
import { hasGroupRole, hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";

/** A working group as its rules see it. */
export interface GovernedGroup extends Protected {
  readonly id: string;
  readonly networkId: string | null;
}

/**
 * Its audience; and whatever the audience, who sits in it, and the secretariat of its network. What
 * was taken down, of those who sit there only its co-leads see.
 */
export const canSeeGroup = (viewer: Viewer | null, group: GovernedGroup): boolean =>
  canSee(viewer, group) ||
  hasGroupRole(viewer, group.id, ["CO_LEAD"]) ||
  (group.audience !== Audience.TAKEN_DOWN &&
    hasGroupRole(viewer, group.id, ["MEMBER", "OBSERVER"])) ||
  isSecretariat(viewer, group.networkId);

/** A group without a network is the platform's own. */
export const canCreateGroup = (viewer: Viewer | null, networkId: string | null): boolean =>
  isAdmin(viewer) || isSecretariat(viewer, networkId);

/** Whoever may set it up, and its co-leads: what is said of it, and who sits in it. */
export const canEditGroup = (viewer: Viewer | null, group: GovernedGroup): boolean =>
  canGovernGroup(viewer, group) || hasGroupRole(viewer, group.id, ["CO_LEAD"]);

/** Whoever may set it up; its co-leads may not charter themselves. */
export const canGovernGroup = (viewer: Viewer | null, group: GovernedGroup): boolean =>
  canCreateGroup(viewer, group.networkId);

const isSecretariat = (viewer: Viewer | null, networkId: string | null): boolean =>
  networkId !== null && hasNetworkRole(viewer, [networkId], ["SECRETARIAT"]);
