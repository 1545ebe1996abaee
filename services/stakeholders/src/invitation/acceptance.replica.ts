import type { Replica } from "@convene/shared/replica/replica";
import type { Transaction } from "@convene/shared/database/transaction";
import { In, IsNull } from "typeorm";
import { z } from "zod";
import { belongs } from "../network-member/network-member.repository.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import { RoleAccess } from "../role/role.enum.ts";
import { ownersOf } from "../role/role.repository.ts";
import { buildRole, giveRole } from "../role/role.service.ts";
import { forgetInvitation } from "./invitation-erasure.service.ts";
import { Invitation } from "./invitation.entity.ts";
import { publishInvitations } from "./invitation.feed.ts";

const acceptanceSchema = z.object({ person: z.string().startsWith("per_") });

type Acceptance = z.infer<typeof acceptanceSchema>;

/**
 * Whoever has accepted an invitation becomes an owner of the organisation: once, whatever the feed
 * tells again. Nothing is kept but what the invitation itself says.
 */
export const acceptanceReplica: Replica<Acceptance> = {
  source: "identity",
  type: "Acceptance",
  payload: acceptanceSchema,
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    for (const { id, payload } of changes) await settle(tx, id, payload);
  },
  remove: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

async function settle(tx: Transaction, id: string, { person }: Acceptance): Promise<void> {
  const found = await tx.manager.findOneBy(Invitation, { id });
  // As everywhere, the organisation is locked before what hangs on it.
  const organisation = found && (await tx.lock(Organisation, found.organisationId));
  const invitation = organisation && (await tx.lock(Invitation, id));
  if (!invitation) return;
  // They are erased, and so is what they have said, and to which address they were asked.
  if (!(await tx.lock(Person, person))) return forgetInvitation(tx, id);
  if (invitation.acceptedAt !== null || invitation.refusedAt !== null) return;
  const told = (await isGranted(tx, invitation, person))
    ? await grant(tx, invitation, person)
    : await refuse(tx, { id, acceptedById: person });
  await publishInvitations(tx, told);
}

/** Only what nobody owns is given away, while it is in the network that gives it. */
async function isGranted(
  { manager }: Transaction,
  { revokedAt, networkId, organisationId }: Invitation,
  person: string,
): Promise<boolean> {
  if (revokedAt !== null) return false;
  const owners = await ownersOf(manager, organisationId);
  if (owners.length > 0 && !owners.includes(person)) return false;
  return belongs(manager, { network: networkId, organisation: organisationId });
}

/** The first who accepts is the only one: all other invitations for the organisation end. */
async function grant(
  tx: Transaction,
  { id, organisationId }: Invitation,
  person: string,
): Promise<string[]> {
  const access = RoleAccess.OWNER;
  const owners = await ownersOf(tx.manager, organisationId);
  if (!owners.includes(person)) {
    await giveRole(tx, buildRole({ organisationId, personId: person, access }));
  }
  const accepted = { acceptedAt: new Date(), acceptedById: person };
  await tx.manager.update(Invitation, { id }, accepted);
  const standing = { acceptedAt: IsNull(), revokedAt: IsNull(), refusedAt: IsNull() };
  const others = await tx.manager.findBy(Invitation, { organisationId, ...standing });
  const ids = others.map((other) => other.id);
  await tx.manager.update(Invitation, { id: In(ids) }, { refusedAt: new Date() });
  return [id, ...ids];
}

async function refuse(
  tx: Transaction,
  { id, acceptedById }: Pick<Invitation, "id" | "acceptedById">,
): Promise<string[]> {
  await tx.manager.update(Invitation, { id }, { refusedAt: new Date(), acceptedById });
  return [id];
}
