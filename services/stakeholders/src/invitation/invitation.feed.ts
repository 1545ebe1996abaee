import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Invitation } from "./invitation.entity.ts";

/** Tells the service of accounts whom to mail, and what the mail says. */
export const publishInvitations = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Invitation", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const relations = { network: true, organisation: true };
  const found = await manager.find(Invitation, { where: { id: In([...ids]) }, relations });
  return new Map(found.map((invitation) => [invitation.id, payloadOf(invitation)]));
}

const payloadOf = (invitation: Invitation): object => ({
  network: invitation.network.name,
  organisation: invitation.organisation.name,
  email: invitation.email,
  language: invitation.language,
  mailings: invitation.mailings,
  expiresAt: invitation.expiresAt,
  isRevoked: invitation.revokedAt !== null,
  outcome: outcomeOf(invitation),
});

function outcomeOf({ acceptedAt, refusedAt }: Invitation): "ACCEPTED" | "REFUSED" | null {
  if (acceptedAt !== null) return "ACCEPTED";
  return refusedAt === null ? null : "REFUSED";
}
