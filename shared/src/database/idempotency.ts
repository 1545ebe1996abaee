import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { conflict } from "../errors.ts";
import { requiredText } from "../input.ts";
import type { Viewer } from "../viewer.ts";

const LONGEST_KEY = 200;

export interface OnceRequest<T> {
  readonly viewer: Viewer;
  /** The mutation's name in the graph. */
  readonly mutation: string;
  readonly input: { readonly idempotencyKey?: string | null | undefined };
  readonly first: () => Promise<T>;
  /** Finds what the first run made, by its id. */
  readonly again: (id: string) => Promise<T>;
}

/**
 * The same key, viewer, mutation and input give the same result, and the effect happens once, also
 * when both arrive at the same moment (the second waits for the first to commit).
 *
 * @throws CONFLICT when the key was used with another mutation or input.
 */
export async function runOnce<T extends { id: string }>(
  manager: EntityManager,
  request: OnceRequest<T>,
): Promise<T> {
  const { idempotencyKey } = request.input;
  if (idempotencyKey === undefined || idempotencyKey === null) return request.first();
  const key = requiredText("idempotencyKey", idempotencyKey, LONGEST_KEY);
  const { viewer, mutation } = request;
  const hash = createHash("sha256").update(JSON.stringify(request.input)).digest("base64url");
  const fresh: unknown[] = await manager.query(
    `INSERT INTO idempotency_key (viewer_id, key, mutation, input_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [viewer.id, key, mutation, hash],
  );
  if (fresh.length === 0) return request.again(await usedFor(manager, request, hash));
  const made = await request.first();
  await manager.query(
    `UPDATE idempotency_key SET result_id = $3 WHERE viewer_id = $1 AND key = $2`,
    [viewer.id, key, made.id],
  );
  return made;
}

async function usedFor<T>(manager: EntityManager, request: OnceRequest<T>, hash: string) {
  const { viewer, mutation, input } = request;
  const [used] = await manager.query<{ mutation: string; input_hash: string; result_id: string }[]>(
    `SELECT mutation, input_hash, result_id FROM idempotency_key WHERE viewer_id = $1 AND key = $2`,
    [viewer.id, input.idempotencyKey],
  );
  if (used?.mutation !== mutation || used.input_hash !== hash) {
    throw conflict("This idempotencyKey was used for something else", { field: "idempotencyKey" });
  }
  return used.result_id;
}

/** Keys of one viewer that begin alike. */
export interface KeyRange {
  readonly viewer: Viewer;
  readonly prefix: string;
}

/** The ids of what was made or changed by them, as far as they are remembered. */
export async function resultsOf(
  db: Pick<EntityManager, "query">,
  { viewer, prefix }: KeyRange,
): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT result_id AS id FROM idempotency_key
     WHERE viewer_id = $1 AND starts_with(key, $2) AND result_id IS NOT NULL ORDER BY 1`,
    [viewer.id, prefix],
  );
  return rows.map(({ id }) => id);
}

/** What they made is gone: the same keys may make it anew. */
export async function forgetResults(
  db: Pick<EntityManager, "query">,
  { viewer, prefix }: KeyRange,
): Promise<void> {
  await db.query("DELETE FROM idempotency_key WHERE viewer_id = $1 AND starts_with(key, $2)", [
    viewer.id,
    prefix,
  ]);
}

/** A client that tries again does so within hours: keys need not be kept for long. */
export async function forgetKeys(db: Pick<EntityManager, "query">, before: Date): Promise<void> {
  await db.query("DELETE FROM idempotency_key WHERE used_at < $1", [before]);
}
