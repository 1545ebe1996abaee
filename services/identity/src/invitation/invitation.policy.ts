import type { Account } from "../account/account.entity.ts";
import type { Invitation } from "./invitation.entity.ts";

/**
 * How an invitation stands for somebody: it is open, and its address has no account, or theirs, or
 * one to which they must sign in; or they have accepted it, and know what came of it or not yet.
 */
export type InvitationStage =
  "NO_ACCOUNT" | "OWN_ACCOUNT" | "OTHER_ACCOUNT" | "ACCEPTED" | "GRANTED" | "REFUSED";

export interface Claimant {
  /** The account of the address. */
  readonly known: Pick<Account, "id" | "emailVerified"> | null;
  /** Whether they have the link that was mailed last. */
  readonly hasLink: boolean;
  /** The account that is signed in. */
  readonly by: string | null;
}

/** Null for whoever it does not concern, and for what is not good any more. */
export function stageOf(
  invitation: Invitation,
  { known, hasLink, by }: Claimant,
): InvitationStage | null {
  const { acceptedAt, acceptedBy, outcome } = invitation;
  if (acceptedAt !== null) {
    if (by === null || acceptedBy !== by) return null;
    return outcome === null ? "ACCEPTED" : OUTCOMES[outcome];
  }
  if (!isOpen(invitation)) return null;
  // Of an address that nobody has proven, a session proves nothing: a mailed link does.
  if (known?.emailVerified === true && known.id === by) return "OWN_ACCOUNT";
  if (!hasLink) return null;
  return known ? "OTHER_ACCOUNT" : "NO_ACCOUNT";
}

const OUTCOMES = { ACCEPTED: "GRANTED", REFUSED: "REFUSED" } as const;

const isOpen = ({ isRevoked, outcome, expiresAt }: Invitation): boolean =>
  !isRevoked && outcome === null && expiresAt > new Date();
