import { hasGroupRole, hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";

interface Judged {
  readonly id: string;
  readonly networkId: string | null;
}

/** Who sits in the group, the secretariat of its network, and administrators: it tells who comes. */
export const canSeeHealth = (viewer: Viewer | null, { id, networkId }: Judged): boolean =>
  isAdmin(viewer) ||
  hasGroupRole(viewer, id, ["CO_LEAD", "MEMBER", "OBSERVER"]) ||
  (networkId !== null && hasNetworkRole(viewer, [networkId], ["SECRETARIAT"]));
