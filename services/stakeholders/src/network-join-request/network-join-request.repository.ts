import type { Transaction } from "@convene/shared/database/transaction";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, LessThan } from "typeorm";
import { NetworkJoinRequest } from "./network-join-request.entity.ts";

/** The networks of which the viewer is the secretariat. */
export const governedBy = (viewer: Viewer | null): string[] =>
  viewer?.networks.filter(({ role }) => role === "SECRETARIAT").map(({ id }) => id) ?? [];

interface Counted {
  readonly open: number;
  readonly lately: number;
}

/** How many requests an organisation has open, and how many it has made since a moment. */
export async function countRequests(
  manager: EntityManager,
  organisationId: string,
  since: Date,
): Promise<Counted> {
  const [row] = await manager.query<Counted[]>(
    `SELECT count(*) FILTER (WHERE state = 'OPEN')::integer AS open,
       count(*) FILTER (WHERE asked_at > $2)::integer AS lately
     FROM network_join_request WHERE organisation_id = $1`,
    [organisationId, since],
  );
  return row ?? { open: 0, lately: 0 };
}

export async function forgetOldRequests(tx: Transaction, before: Date): Promise<void> {
  await tx.manager.delete(NetworkJoinRequest, { decidedAt: LessThan(before) });
}
