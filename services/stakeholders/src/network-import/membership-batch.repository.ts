import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Network } from "../network/network.entity.ts";
import { publishNetworks } from "../network/network.feed.ts";
import { NetworkMember } from "../network-member/network-member.entity.ts";
import { publishNetworkMembers } from "../network-member/network-member.feed.ts";
import { refreshStanding } from "../standing/standing.repository.ts";
import type { ClaimedMembership, MeantNetwork } from "./membership-book.service.ts";

/** All that the rows may mean. Until the end of the transaction nobody else changes them. */
export async function loadNetworks(
  manager: EntityManager,
  meant: readonly MeantNetwork[],
): Promise<Network[]> {
  if (meant.length === 0) return [];
  return manager.find(Network, {
    where: [
      { id: In(meant.flatMap(({ id }) => id ?? [])) },
      { nameKey: In(meant.flatMap(({ nameKey }) => nameKey ?? [])) },
    ],
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
}

export async function loadMembers(
  manager: EntityManager,
  claims: readonly ClaimedMembership[],
): Promise<NetworkMember[]> {
  if (claims.length === 0) return [];
  return manager.findBy(NetworkMember, {
    networkId: In([...new Set(claims.map(({ networkId }) => networkId))]),
    organisationId: In([...new Set(claims.flatMap(({ organisationId }) => organisationId ?? []))]),
  });
}

export async function saveNetworks(tx: Transaction, networks: readonly Network[]): Promise<void> {
  if (networks.length === 0) return;
  await tx.manager.insert(Network, [...networks]);
  await publishNetworks(
    tx,
    networks.map(({ id }) => id),
  );
}

/** With where their organisations stand now. */
export async function saveMembers(
  tx: Transaction,
  members: readonly NetworkMember[],
): Promise<void> {
  if (members.length === 0) return;
  await tx.manager.upsert(NetworkMember, [...members], ["id"]);
  await publishNetworkMembers(
    tx,
    members.map(({ id }) => id),
  );
  await refreshStanding(tx, {
    organisations: members.flatMap(({ organisationId }) => organisationId ?? []),
  });
}
