import type { Transaction } from "@convene/shared/database/transaction";
import sql, { raw, type Sql } from "sql-template-tag";
import { invitationDue } from "./invitation-due.job.ts";

/** For how long changes are collected into one mail, in milliseconds. */
const COLLECTED = 60_000;

/**
 * To be called with whatever changes meetings, in the same transaction. A minute later the first of
 * these jobs tells all that was changed meanwhile; the others find nothing more to tell.
 */
export const inviteLater = (tx: Transaction, meetings: readonly string[]): Promise<void> =>
  enqueueWhere(tx, sql`m.id = ANY(${[...meetings]}::text[])`);

/** To be called when a series loses meetings to another one. */
export async function inviteLaterToRest(tx: Transaction, series: string): Promise<void> {
  const { text, values } = sql`
    SELECT 1 FROM calendar_invitation WHERE series_id = ${series} LIMIT 1`;
  const known = await tx.manager.query<unknown[]>(text, values);
  if (known.length > 0)
    await tx.enqueue(invitationDue, { subject: series }, { startAfter: soon() });
}

/** To be called when others sit in these groups. */
export const inviteAnew = (tx: Transaction, groups: readonly string[]): Promise<void> =>
  enqueueWhere(tx, sql`m.group_id = ANY(${[...groups]}::text[])`);

/** To be called when these people can be written to. */
export const inviteAnewFor = (tx: Transaction, people: readonly string[]): Promise<void> =>
  enqueueWhere(
    tx,
    sql`(m.id IN (SELECT t.meeting_id FROM attendance AS t
        WHERE t.person_id = ANY(${[...people]}::text[]))
      OR m.group_id IN (SELECT s.group_id FROM seat_replica AS s
        WHERE s.delegate_id = ANY(${[...people]}::text[])
          OR s.alternate_id = ANY(${[...people]}::text[])))`,
  );

/** Every day: seats begin and end by their dates, and who sees what changes in other services. */
export async function inviteDaily(tx: Transaction, day: string): Promise<void> {
  for (const subject of await concerning(tx, sql`true`)) {
    await tx.enqueue(invitationDue, { subject }, { key: `${day} ${subject}` });
  }
}

const soon = (): Date => new Date(Date.now() + COLLECTED);

async function enqueueWhere(tx: Transaction, which: Sql): Promise<void> {
  const startAfter = soon();
  for (const subject of await concerning(tx, which)) {
    await tx.enqueue(invitationDue, { subject }, { startAfter });
  }
}

/** As `reachedAmong`. */
const isReached = (person: Sql): Sql =>
  sql`(EXISTS (SELECT 1 FROM account_replica AS a WHERE a.person_id = ${person})
    OR EXISTS (SELECT 1 FROM person_replica AS p WHERE p.id = ${person} AND p.is_mailed))`;

/**
 * Series, and meetings of none, that are ahead and of which somebody is to be told, or may be. By
 * SQL: meetings know of this, and not this of them.
 */
async function concerning({ manager }: Transaction, which: Sql): Promise<string[]> {
  const { text, values } = sql`
    SELECT DISTINCT coalesce(m.series_id, m.id) AS subject FROM meeting AS m
    WHERE m.ends_at > now() AND ${which} AND (
      EXISTS (SELECT 1 FROM calendar_invitation AS i WHERE i.meeting_id = m.id)
      OR EXISTS (SELECT 1 FROM calendar_invitation AS i WHERE i.series_id = m.series_id)
      OR EXISTS (SELECT 1 FROM seat_replica AS s WHERE s.group_id = m.group_id
        AND (${isReached(raw("s.delegate_id"))} OR ${isReached(raw("s.alternate_id"))}))
      OR EXISTS (SELECT 1 FROM attendance AS t WHERE t.meeting_id = m.id AND t.status = 'INVITED'
        AND ${isReached(raw("t.person_id"))}))
    ORDER BY subject`;
  const rows = await manager.query<{ subject: string }[]>(text, values);
  return rows.map(({ subject }) => subject);
}
