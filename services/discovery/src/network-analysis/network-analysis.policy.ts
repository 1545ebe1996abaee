import { hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";

/**
 * Whose eyes metrics are computed with: those of a class of viewers, never of one, so that they can
 * be kept, and never more than whoever asks sees themselves. Null for everybody; undefined where
 * the viewer is not of that class.
 */
export function eyesOf(
  viewer: Viewer | null,
  network: string | null | undefined,
): Viewer | null | undefined {
  if (network === null || network === undefined) return null;
  const isOne = hasNetworkRole(viewer, [network], ["MEMBER", "SECRETARIAT"]);
  if (!isOne && !isAdmin(viewer)) return undefined;
  return memberOf(network);
}

/** Somebody who belongs to one network, and is nothing else. */
const memberOf = (network: string): Viewer => ({
  kind: "account",
  id: "members",
  person: null,
  organisations: [],
  groups: [],
  networks: [{ id: network, role: "MEMBER" }],
  platform: [],
  scopes: [],
});
