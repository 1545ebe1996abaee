import { isAdmin, type Viewer } from "@convene/shared/viewer";

/** Administrators; by a key only where its owner has given it the roles of the platform. */
export const canSetPlatformRoles = (viewer: Viewer | null): boolean => isAdmin(viewer);
