import { isAdmin, type Viewer } from "@convene/shared/viewer";

/** Who has which, administrators alone are told. */
export const canSeePlatformRoles = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** Administrators; by a key only where its owner has given it the roles of the platform. */
export const canSetPlatformRoles = (viewer: Viewer | null): boolean => isAdmin(viewer);
