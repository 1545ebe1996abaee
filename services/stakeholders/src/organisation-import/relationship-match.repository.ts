import type { EntityManager } from "typeorm";
import { Relationship } from "../relationship/relationship.entity.ts";
import type { ClaimedTie } from "./relationship-match.value.ts";

/** All of the claimed types between the claimed ends, locked, in one statement. */
export function loadTies(
  manager: EntityManager,
  claims: readonly ClaimedTie[],
): Promise<Relationship[]> {
  const types = claims.map(({ type }) => type);
  const sources = claims.map(({ sourceId }) => sourceId);
  const targets = claims.map(({ targetId }) => targetId);
  return manager
    .createQueryBuilder(Relationship, "r")
    .where(
      `(r.type, r.source_id, r.target_id) IN
        (SELECT * FROM unnest(:types::text[], :sources::text[], :targets::text[]))`,
      { types, sources, targets },
    )
    .orderBy("r.id")
    .setLock("pessimistic_write")
    .getMany();
}
