import type { Transaction } from "@convene/shared/database/transaction";
import sql, { type Sql } from "sql-template-tag";
import { publishInvitations } from "./invitation.feed.ts";

/** With an organisation go the invitations for it: they are the network's asking, and no tie. */
export const forgetInvitationsFor = (tx: Transaction, organisation: string): Promise<void> =>
  forgetWhere(tx, sql`organisation_id = ${organisation}`);

/** With a person go all that were mailed to an address by which they have accepted one. */
export const forgetInvitationsOf = (tx: Transaction, person: string): Promise<void> =>
  forgetWhere(
    tx,
    sql`email IN (SELECT i.email FROM invitation AS i WHERE i.accepted_by_id = ${person})`,
  );

export const forgetInvitation = (tx: Transaction, id: string): Promise<void> =>
  forgetWhere(tx, sql`id = ${id}`);

/** Addresses of people are in them: some time after their end nobody has need of these. */
export const forgetOldInvitations = (tx: Transaction, before: Date): Promise<void> =>
  forgetWhere(tx, sql`COALESCE(accepted_at, refused_at, revoked_at, expires_at) < ${before}`);

/** The service of accounts hears of it, and forgets them as well. */
async function forgetWhere(tx: Transaction, which: Sql): Promise<void> {
  const { text, values } = sql`DELETE FROM invitation WHERE ${which} RETURNING id`;
  const [rows]: [{ id: string }[], number] = await tx.manager.query(text, values);
  await publishInvitations(
    tx,
    rows.map(({ id }) => id),
  );
}
