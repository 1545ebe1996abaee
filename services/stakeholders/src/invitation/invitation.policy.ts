import { hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Network } from "../network/network.entity.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import type { Invitation } from "./invitation.entity.ts";
import { InvitationState } from "./invitation.enum.ts";

/** Addresses of people are in them: the network's secretariat, and administrators. */
export const canSeeInvitation = (
  viewer: Viewer | null,
  { networkId }: Pick<Invitation, "networkId">,
): boolean => isAdmin(viewer) || hasNetworkRole(viewer, [networkId], ["SECRETARIAT"]);

/** A secretariat gives owners to what its own network's invitations have entered, and to no other. */
export const canInvite = (
  viewer: Viewer | null,
  { id }: Pick<Network, "id">,
  { enteredById }: Pick<Organisation, "enteredById">,
): boolean =>
  isAdmin(viewer) || (enteredById === id && hasNetworkRole(viewer, [id], ["SECRETARIAT"]));

type Dates = Pick<Invitation, "expiresAt" | "revokedAt" | "acceptedAt" | "refusedAt">;

export function stateOf(invitation: Dates, now: Date): InvitationState {
  if (invitation.acceptedAt !== null) return InvitationState.ACCEPTED;
  if (invitation.refusedAt !== null) return InvitationState.REFUSED;
  if (invitation.revokedAt !== null) return InvitationState.REVOKED;
  return invitation.expiresAt > now ? InvitationState.OPEN : InvitationState.EXPIRED;
}

/** Who sees it, as long as nobody has answered it and it was not taken back. */
export const canRevoke = (
  viewer: Viewer | null,
  invitation: Dates & Pick<Invitation, "networkId">,
  now: Date,
): boolean => canSeeInvitation(viewer, invitation) && isWaiting(invitation, now);

const HOUR = 60 * 60 * 1000;

/** Nobody is to be mailed again and again: an hour lies between two mailings. */
export const canBeMailedAgain = (
  invitation: Dates & Pick<Invitation, "mailedAt">,
  now: Date,
): boolean => isWaiting(invitation, now) && now.getTime() - invitation.mailedAt.getTime() >= HOUR;

function isWaiting(invitation: Dates, now: Date): boolean {
  const state = stateOf(invitation, now);
  return state === InvitationState.OPEN || state === InvitationState.EXPIRED;
}
