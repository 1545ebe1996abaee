import { canSee, type Protected } from "@convene/shared/audience";
import { hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Network } from "./network.entity.ts";

type Kept = Pick<Network, "id" | "audience">;

/** A network stands in itself, and belongs to no organisation. */
export const protectionOf = ({ id, audience }: Kept): Protected => ({
  audience,
  organisations: [],
  networks: [id],
});

export const canCreateNetwork = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** Its secretariat, and administrators. */
export const canEditNetwork = (viewer: Viewer | null, { id }: Pick<Kept, "id">): boolean =>
  isAdmin(viewer) || hasNetworkRole(viewer, [id], ["SECRETARIAT"]);

export const canSeeNetwork = (viewer: Viewer | null, network: Kept): boolean =>
  canSee(viewer, protectionOf(network)) || canEditNetwork(viewer, network);
