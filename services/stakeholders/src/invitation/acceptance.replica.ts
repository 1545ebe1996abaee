import type { Replica } from "@convene/shared/replica/replica";
import type { Transaction } from "@convene/shared/database/transaction";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import { RoleAccess } from "../role/role.enum.ts";
import { ownerRoles } from "../role/role.repository.ts";
import { buildRole, giveRole } from "../role/role.service.ts";
import { Invitation } from "./invitation.entity.ts";

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
  if (!invitation || invitation.acceptedAt !== null || invitation.refusedAt !== null) return;
  const now = new Date();
  const isOwned = await wasOwnedBefore(tx.manager, invitation);
  if (isOwned || !(await tx.lock(Person, person))) {
    await tx.manager.update(Invitation, { id }, { refusedAt: now });
    return;
  }
  const access = RoleAccess.OWNER;
  await giveRole(tx, buildRole({ organisationId: organisation.id, personId: person, access }));
  await tx.manager.update(Invitation, { id }, { acceptedAt: now });
}

/**
 * Somebody who owned the organisation before it was invited keeps it to themselves: then it was not
 * the network's to give. Ids sort by the moment of their making.
 */
async function wasOwnedBefore(
  manager: EntityManager,
  { id, organisationId }: Invitation,
): Promise<boolean> {
  const roles = await ownerRoles(manager, organisationId);
  return roles.some((role) => momentOf(role) < momentOf(id));
}

const momentOf = (id: string): string => id.slice(id.indexOf("_") + 1);
