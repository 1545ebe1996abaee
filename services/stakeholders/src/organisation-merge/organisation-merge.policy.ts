import { hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Organisation } from "../organisation/organisation.entity.ts";
import type { OrganisationMerge } from "./organisation-merge.entity.ts";

export interface MergeEnds {
  readonly from: Pick<Organisation, "networks"> & {
    /** Whether somebody owns it or writes for it. */
    readonly isClaimed: boolean;
  };
  readonly into: Pick<Organisation, "networks">;
}

const isSecretariat = (viewer: Viewer, network: string): boolean =>
  hasNetworkRole(viewer, [network], ["SECRETARIAT"]);

/**
 * The network by whose right a secretariat merges the two: both are members of it, or the one that
 * goes belongs to nobody and to no network. Null where there is none.
 */
export function networkToMergeIn(viewer: Viewer, { from, into }: MergeEnds): string | null {
  const isFree = !from.isClaimed && from.networks.length === 0;
  const may = (network: string) => isFree || from.networks.includes(network);
  return into.networks.find((id) => isSecretariat(viewer, id) && may(id)) ?? null;
}

/** Whose secretariat is told what an administrator merges. */
export const networkOfBoth = ({ from, into }: MergeEnds): string | null =>
  into.networks.find((id) => from.networks.includes(id)) ?? null;

/** Administrators, and secretariats within their network. */
export const canMerge = (viewer: Viewer, ends: MergeEnds): boolean =>
  isAdmin(viewer) || networkToMergeIn(viewer, ends) !== null;

/** Administrators, and the secretariat of the network within which it was done. */
export const canSeeMerge = (
  viewer: Viewer | null,
  { networkId }: Pick<OrganisationMerge, "networkId">,
): boolean =>
  isAdmin(viewer) || (viewer !== null && networkId !== null && isSecretariat(viewer, networkId));
