import type { Transaction } from "@convene/shared/database/transaction";

/** Tells of which invitations the address wants no more of them: whoever invites writes it off. */
export const publishStops = (tx: Transaction, invitations: readonly string[]): Promise<void> =>
  tx.publish({
    type: "InvitationStop",
    ids: invitations,
    load: () => Promise.resolve(new Map(invitations.map((id) => [id, {}]))),
  });
