import { whereSql } from "@convene/shared/connection/list";
import type { Transaction } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import { Network } from "./network.entity.ts";
import { canEditNetwork, canSeeNetwork } from "./network.policy.ts";

/** The rule of `canSeeNetwork`, as a condition on rows. */
export function networkVisibleTo(viewer: Viewer | null, alias = "t"): Sql {
  const seen = visibleTo(viewer, {
    audience: `${alias}.audience`,
    organisations: "'{}'::text[]",
    networks: `ARRAY[${alias}.id]`,
  });
  if (seen === empty) return empty;
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  return sql`(${seen} OR ${raw(alias)}.id = ANY(${governed.map(({ id }) => id)}::text[]))`;
}

/** Whether the network at a column is there for the viewer. The column is ours, never a user's. */
export function networkAtIsVisible(viewer: Viewer | null, column: string): Sql {
  const seen = networkVisibleTo(viewer, "n");
  if (seen === empty) return empty;
  return sql`EXISTS (SELECT 1 FROM network AS n ${whereSql([sql`n.id = ${raw(column)}`, seen])})`;
}

/**
 * The network, locked, for one who may see it.
 *
 * @throws NOT_FOUND
 */
export async function lockNetwork(tx: Transaction, viewer: Viewer, id: string): Promise<Network> {
  const network = await tx.lock(Network, id);
  if (!network || !canSeeNetwork(viewer, network)) throw notFound("Network", id);
  return network;
}

/**
 * The network, locked, for one who may change it or its members.
 *
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function lockNetworkToEdit(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Network> {
  const network = await lockNetwork(tx, viewer, id);
  if (!canEditNetwork(viewer, network)) {
    throw forbidden(`Only the secretariat of ${network.name} may do this`);
  }
  return network;
}
