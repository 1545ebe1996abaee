import { holdsOn } from "../period/period.repository.ts";
import type { Transaction } from "@convene/shared/database/transaction";
import { today } from "@convene/shared/today";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import { type EntityManager, LessThan } from "typeorm";
import { OwnershipClaim } from "./ownership-claim.entity.ts";

/** Those of the organisations for which somebody writes today. */
export async function claimedAmong(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { text, values } = sql`SELECT DISTINCT t.organisation_id AS id FROM role AS t
    WHERE t.organisation_id = ANY(${[...ids]}::text[]) AND t.person_id IS NOT NULL
      AND t.access IN ('OWNER', 'EDITOR') AND ${holdsOn("t", today())}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return new Set(rows.map(({ id }) => id));
}

/** What `canSeeClaim` says, of claims `t`. */
export function claimVisibleTo(viewer: Viewer | null): Sql {
  if (isAdmin(viewer)) return sql`true`;
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  return sql`(t.person_id = ${viewer?.person ?? null} OR EXISTS (
    SELECT FROM organisation AS o WHERE o.id = t.organisation_id
      AND o.networks && ${governed.map(({ id }) => id)}::text[]))`;
}

interface Counted {
  readonly open: number;
  readonly lately: number;
}

/** How many claims somebody has open, and how many they have made since a moment. */
export async function countClaims(
  manager: EntityManager,
  personId: string,
  since: Date,
): Promise<Counted> {
  const [row] = await manager.query<Counted[]>(
    `SELECT count(*) FILTER (WHERE state = 'OPEN')::integer AS open,
       count(*) FILTER (WHERE created_at > $2)::integer AS lately
     FROM ownership_claim WHERE person_id = $1`,
    [personId, since],
  );
  return row ?? { open: 0, lately: 0 };
}

/** With somebody goes what they have claimed. */
export async function forgetClaimsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.manager.delete(OwnershipClaim, { personId });
}

export async function forgetOldClaims(tx: Transaction, before: Date): Promise<void> {
  await tx.manager.delete(OwnershipClaim, { decidedAt: LessThan(before) });
}
