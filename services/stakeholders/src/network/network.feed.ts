import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Network } from "./network.entity.ts";
import { protectionOf } from "./network.policy.ts";

/** Tells what the networks are now. */
export const publishNetworks = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Network", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const networks = await manager.findBy(Network, { id: In([...ids]) });
  return new Map(networks.map((network) => [network.id, payloadOf(network)]));
}

const payloadOf = (network: Network): object => ({
  protection: protectionOf(network),
  name: network.name,
  kind: network.kind,
  countries: network.countries,
});
