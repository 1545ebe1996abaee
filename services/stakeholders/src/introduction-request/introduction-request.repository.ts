import type { Transaction } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import sql, { type Sql } from "sql-template-tag";
import { type EntityManager, In } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { IntroductionRequest } from "./introduction-request.entity.ts";
import { actedFor, canSeeIntroduction } from "./introduction-request.policy.ts";
import type { IntroductionResults } from "./introduction-request.type.ts";

/** The rule of `canSeeIntroduction`, as a condition on rows. */
export function introductionVisibleTo(viewer: Viewer | null): Sql {
  const mine = actedFor(viewer);
  return sql`(t.seeker_id = ANY(${mine}::text[])
    OR (NOT t.is_taken_down AND t.over_id = ANY(${mine}::text[])
      AND NOT t.over_id = ANY(t.withheld_from))
    OR (NOT t.is_taken_down AND t.passed_on_at IS NOT NULL AND t.target_id = ANY(${mine}::text[])
      AND NOT t.target_id = ANY(t.withheld_from)))`;
}

/** @throws NOT_FOUND */
export async function lockIntroduction(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<IntroductionRequest> {
  const request = await tx.lock(IntroductionRequest, id);
  if (!request || !canSeeIntroduction(viewer, request)) throw notFound("IntroductionRequest", id);
  return request;
}

export interface Parties {
  readonly seeker: Organisation;
  readonly over: Organisation;
  readonly target: Organisation;
}

/** Null where one of them is there no more. */
export async function partiesOf(
  { manager }: Transaction,
  ids: Pick<IntroductionRequest, "seekerId" | "overId" | "targetId">,
): Promise<Parties | null> {
  const { seekerId, overId, targetId } = ids;
  const found = await manager.findBy(Organisation, { id: In([seekerId, overId, targetId]) });
  const byId = new Map(found.map((one) => [one.id, one]));
  const [seeker, over, target] = [byId.get(seekerId), byId.get(overId), byId.get(targetId)];
  return seeker && over && target ? { seeker, over, target } : null;
}

/** With a person go the requests that they wrote, and with an organisation those that it is part of. */
export async function forgetIntroductionsOf({ manager }: Transaction, id: string): Promise<void> {
  await manager.query(
    `DELETE FROM introduction_request
     WHERE author_id = $1 OR seeker_id = $1 OR over_id = $1 OR target_id = $1`,
    [id],
  );
}

export async function forgetOldIntroductions({ manager }: Transaction, before: Date) {
  await manager.query("DELETE FROM introduction_request WHERE created_at < $1", [before]);
}

/** Each introduction counts once, whatever both sides say of it. One statement. */
export async function countResults(
  manager: EntityManager,
  since: string | null,
): Promise<IntroductionResults> {
  const [found] = await manager.query<IntroductionResults[]>(
    `SELECT count(*)::integer AS asked,
       count(*) FILTER (WHERE state = 'ACCEPTED')::integer AS accepted,
       count(*) FILTER (WHERE state = 'DECLINED')::integer AS declined,
       count(*) FILTER (WHERE told <> '{}')::integer AS answered,
       count(*) FILTER (WHERE 'YES' = ANY(told))::integer AS "ledSomewhere",
       count(*) FILTER (WHERE told <> '{}' AND 'NO' = ALL(told))::integer AS "cameToNothing"
     FROM (SELECT state, array_remove(ARRAY[seeker_outcome, target_outcome], NULL) AS told
       FROM introduction_request
       WHERE $1::date IS NULL OR created_at >= ($1::date::timestamp AT TIME ZONE 'UTC')) AS one`,
    [since],
  );
  if (!found) throw new Error("A count answers one row");
  return found;
}
