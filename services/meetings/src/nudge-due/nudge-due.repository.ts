import type { Transaction } from "@convene/shared/database/transaction";
import sql, { type Sql } from "sql-template-tag";
import type { Convened } from "../convener/convener.policy.ts";
import { nudgeDue } from "./nudge-due.job.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long before the next meeting owners are told what is open, in milliseconds. */
export const NUDGED_BEFORE = 7 * DAY;

/** For how long what is recorded so late is collected into one notice. */
const COLLECTED = HOUR;

/** To be called with whatever makes or moves meetings, in the same transaction. */
export const nudgeLater = (tx: Transaction, meetings: readonly string[]): Promise<void> =>
  enqueueWhere(tx, sql`m.id = ANY(${[...meetings]}::text[])`);

/** To be called when one of their actions was recorded or changed, in the same transaction. */
export const nudgeForAction = (tx: Transaction, { groupId, networkId }: Convened): Promise<void> =>
  enqueueWhere(
    tx,
    groupId === null
      ? sql`m.group_id IS NULL AND m.network_id = ${networkId}`
      : sql`m.group_id = ${groupId}`,
  );

/** Every day: meetings come nearer, and seats and who sees what change in other services. */
export async function nudgeDaily(tx: Transaction, day: string): Promise<void> {
  for (const { meeting, startAfter } of await soon(tx, sql`true`)) {
    await tx.enqueue(nudgeDue, { meeting }, { startAfter, key: `${day} ${meeting}` });
  }
}

async function enqueueWhere(tx: Transaction, which: Sql): Promise<void> {
  const collected = new Date(Date.now() + COLLECTED);
  for (const { meeting, startAfter } of await soon(tx, which)) {
    const after = startAfter > collected ? startAfter : collected;
    await tx.enqueue(nudgeDue, { meeting }, { startAfter: after });
  }
}

interface Soon {
  readonly meeting: string;
  readonly startAfter: Date;
}

/**
 * Meetings of which owners are to be told before the turn of the next day has looked. By SQL:
 * meetings and actions know of this, and not this of them.
 */
async function soon({ manager }: Transaction, which: Sql): Promise<Soon[]> {
  const now = Date.now();
  const { text, values } = sql`
    SELECT m.id, m.starts_at AS "startsAt" FROM meeting AS m
    WHERE m.status = 'SCHEDULED' AND m.audience <> 'TAKEN_DOWN'
      AND m.starts_at > ${new Date(now)} AND m.starts_at < ${new Date(now + NUDGED_BEFORE + DAY)}
      AND ${which} AND EXISTS (
        SELECT 1 FROM meeting AS o JOIN action AS a ON a.meeting_id = o.id
        WHERE a.state IN ('OPEN', 'IN_PROGRESS') AND o.starts_at < m.starts_at
          AND (o.group_id = m.group_id
            OR (m.group_id IS NULL AND o.group_id IS NULL AND o.network_id = m.network_id)))
    ORDER BY m.id`;
  const rows = await manager.query<{ id: string; startsAt: Date }[]>(text, values);
  return rows.map(({ id, startsAt }) => ({
    meeting: id,
    startAfter: new Date(Math.max(now, startsAt.getTime() - NUDGED_BEFORE)),
  }));
}
