import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { NetworkMember } from "./network-member.entity.ts";

/** Tells what the memberships are now; those that are gone, as gone. */
export const publishNetworkMembers = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "NetworkMember", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const members = await manager.findBy(NetworkMember, { id: In([...ids]) });
  return new Map(members.map((member) => [member.id, payloadOf(member)]));
}

const payloadOf = (member: NetworkMember): object => ({
  network: member.networkId,
  organisation: member.organisationId,
  person: member.personId,
  role: member.role,
  startDate: member.startDate,
  endDate: member.endDate,
});
