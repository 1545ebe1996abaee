import type { EntityManager } from "typeorm";

/** What to tell of some aggregates of one type. */
export interface Publication {
  /** The aggregate's type, such as `Organisation`. */
  readonly type: string;
  readonly ids: readonly string[];
  /** The state of each, read after the lock is taken; one that is missing is a tombstone. */
  readonly load: (
    manager: EntityManager,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, object>>;
}

/** Consumers listen on this channel; the payload names the service whose feed has grown. */
export const CHANGES_CHANNEL = "convene_changes";

/**
 * Puts the aggregates at the end of the change feed. The row of each is locked before its state is
 * read, so that of two transactions on one aggregate the later reads what the earlier wrote.
 */
export async function publish(
  manager: EntityManager,
  source: string,
  { type, ids, load }: Publication,
): Promise<void> {
  const sorted = [...new Set(ids)].sort();
  if (sorted.length === 0) return;
  await manager.query(
    `INSERT INTO outbox (type, id, version, txid, position)
     SELECT $1, id, 1, pg_current_xact_id(), nextval('outbox_position')
     FROM unnest($2::text[]) AS id
     ON CONFLICT (type, id) DO UPDATE SET version = outbox.version + 1, txid = excluded.txid,
       position = excluded.position, changed_at = now()`,
    [type, sorted],
  );
  const states = await load(manager, sorted);
  const payloads = sorted.map((id) => {
    const state = states.get(id);
    return state ? JSON.stringify(state) : null;
  });
  await manager.query(
    `UPDATE outbox SET payload = now.payload
     FROM unnest($2::text[], $3::jsonb[]) AS now (id, payload)
     WHERE outbox.type = $1 AND outbox.id = now.id`,
    [type, sorted, payloads],
  );
  await manager.query(`SELECT pg_notify($1, $2)`, [CHANGES_CHANNEL, source]);
}
