import { hasGroupRole, hasNetworkRole, type Viewer } from "@convene/shared/viewer";
import {
  canConvene,
  canSeeConvened,
  type Convened,
  type ConvenedProtection,
  sitsThere,
} from "../convener/convener.policy.ts";

/** What was said and agreed is for those who sit there, whoever may see that the meeting is. */
export const canReadMinutes = (
  viewer: Viewer | null,
  meeting: Convened & ConvenedProtection,
): boolean => canSeeConvened(viewer, meeting) && sitsThere(viewer, meeting);

/** Conveners, and the members of the group or network; observers only read. */
export const canWriteMinutes = (viewer: Viewer | null, convened: Convened): boolean =>
  canConvene(viewer, convened) ||
  (convened.groupId === null
    ? convened.networkId !== null && hasNetworkRole(viewer, [convened.networkId], ["MEMBER"])
    : hasGroupRole(viewer, convened.groupId, ["MEMBER"]));
