import { Audience } from "@convene/shared/audience";
import type { Protection } from "@convene/shared/protection";
import type { AppliedChange, Replica, Tombstone } from "@convene/shared/replica/replica";
import type { EntityManager } from "typeorm";
import type { z } from "zod";
import type { Tie } from "./tie.entity.ts";
import type { TieKind } from "./tie.enum.ts";

type Told = Omit<Tie, "version" | "aggregateId" | "kind">;

export interface TiesOf<P> {
  readonly source: string;
  readonly type: string;
  readonly payload: z.ZodType<P>;
  readonly kind: TieKind;
  /** The ties that one aggregate tells of, each with an id of its own. */
  readonly ties: (change: AppliedChange<P>) => readonly Told[];
}

/** For ties without an audience of their own. */
export const AS_ITS_ENDS: Protection = {
  audience: Audience.PUBLIC,
  organisations: [],
  networks: [],
};

/** A replica whose aggregates are rows of the table `tie`, all of one kind. */
export function tieReplica<P>({ source, type, payload, kind, ties }: TiesOf<P>): Replica<P> {
  return {
    source,
    type,
    payload,
    apply: async (manager, changes) => {
      await deleteOlder(manager, changes);
      const rows = changes.flatMap((change) =>
        ties(change).map((tie) => rowOf({ ...tie, kind }, change)),
      );
      await insertUnlessNewer(manager, rows);
    },
    remove: deleteOlder,
    clear: async (manager) => {
      await manager.query(`DELETE FROM tie WHERE kind = $1`, [kind]);
    },
  };
}

function rowOf(tie: Told & Pick<Tie, "kind">, { id, version }: Tombstone): object {
  const { sourceId, targetId, startDate, endDate, ...named } = tie;
  const ends = { source_id: sourceId, target_id: targetId };
  const dates = { start_date: startDate, end_date: endDate };
  return { ...named, ...ends, ...dates, aggregate_id: id, version };
}

async function deleteOlder(manager: EntityManager, changes: readonly Tombstone[]): Promise<void> {
  if (changes.length === 0) return;
  await manager.query(
    `DELETE FROM tie USING unnest($1::text[], $2::bigint[]) AS told (id, version)
     WHERE tie.aggregate_id = told.id AND tie.version < told.version`,
    [changes.map(({ id }) => id), changes.map(({ version }) => version)],
  );
}

/** What still stands of an aggregate is as new as what is told, or newer. */
async function insertUnlessNewer(manager: EntityManager, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO tie SELECT told.* FROM jsonb_populate_recordset(null::tie, $1::jsonb) AS told
     WHERE NOT EXISTS (SELECT FROM tie AS kept WHERE kept.aggregate_id = told.aggregate_id)`,
    [JSON.stringify(rows)],
  );
}
