import { isAdmin, type Viewer } from "@convene/shared/viewer";

/** Whose mail does not arrive is for those who can do something about it. */
export const canSeeBounces = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** Administrators; the owner of an account lifts their own on the page on mail. */
export const canLiftBounce = (viewer: Viewer | null): boolean => isAdmin(viewer);
