import type { Transaction } from "@convene/shared/database/transaction";
import { Invitation } from "../invitation/invitation.entity.ts";

/** Tells that a person has asked to be erased: of them, nothing but the id. */
export const publishErasure = (tx: Transaction, person: string): Promise<void> =>
  tx.publish({
    type: "Erasure",
    ids: [person],
    load: () => Promise.resolve(new Map([[person, {}]])),
  });

export interface Invited {
  readonly person: string;
  readonly account: string;
  readonly address: string;
}

/**
 * Tells of every invitation to an address, accepted or not, that it is somebody's who is erased: the
 * service that invites forgets it then, and tells that it is gone.
 */
export async function publishErasedInvitations(
  tx: Transaction,
  { person, account, address }: Invited,
): Promise<void> {
  const found: Pick<Invitation, "id">[] = await tx.manager
    .createQueryBuilder(Invitation, "i")
    .select("i.id", "id")
    .where("lower(i.email) = :address OR i.acceptedBy = :account", { address, account })
    .getRawMany();
  const ids = found.map(({ id }) => id);
  const load = () => Promise.resolve(new Map(ids.map((id) => [id, { person }])));
  await tx.publish({ type: "Acceptance", ids, load });
}
