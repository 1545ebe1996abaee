import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { conflict } from "../errors.ts";
import type { Viewer } from "../viewer.ts";

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
  const { idempotencyKey: key } = request.input;
  if (key === undefined || key === null) return request.first();
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
