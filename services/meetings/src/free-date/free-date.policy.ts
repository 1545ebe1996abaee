import type { Viewer } from "@convene/shared/viewer";
import { canConvene } from "../convener/convener.policy.ts";

/** The secretariat of the network, and administrators. */
export const canKeepDatesFree = (viewer: Viewer | null, networkId: string): boolean =>
  canConvene(viewer, { groupId: null, networkId });
