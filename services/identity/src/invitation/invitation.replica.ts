import type { Transaction } from "@convene/shared/database/transaction";
import type { Replica } from "@convene/shared/replica/replica";
import { z } from "zod";
import { publishAcceptances } from "./invitation.feed.ts";
import { sendInvitation } from "./invitation.job.ts";

const invitationSchema = z.object({
  network: z.string(),
  organisation: z.string(),
  email: z.email(),
  language: z.string().nullable(),
  mailings: z.number().int(),
  expiresAt: z.iso.datetime(),
  isRevoked: z.boolean(),
  // An older version told nothing of it.
  outcome: z.enum(["ACCEPTED", "REFUSED"]).nullable().default(null),
});

export const invitationReplica: Replica<z.infer<typeof invitationSchema>> = {
  source: "stakeholders",
  type: "Invitation",
  payload: invitationSchema,
  apply: async (manager, changes) => {
    if (changes.length === 0) return;
    const rows = changes.map(({ id, version, payload: { expiresAt, isRevoked, ...told } }) => ({
      ...{ id, version, ...told },
      expires_at: expiresAt,
      is_revoked: isRevoked,
    }));
    await manager.query(UPSERT, [JSON.stringify(rows)]);
  },
  follow: async (tx, changes) => {
    const ids = changes.map(({ id }) => id);
    for (const { id, mailings } of await toBeMailed(tx, ids)) {
      const mailing = { invitation: id, mailing: mailings };
      await tx.enqueue(sendInvitation, mailing, { key: `${id}:${mailings}` });
    }
  },
  remove: () => Promise.resolve(),
  // What was done about it goes with it: nothing of its addressee stays.
  followRemoval: async (tx, tombstones) => {
    const accepted = await forget(
      tx,
      tombstones.map(({ id }) => id),
    );
    await publishAcceptances(tx, accepted);
  },
  clear: () => Promise.resolve(),
};

const COLUMNS =
  "id, version, network, organisation, email, language, mailings, expires_at, is_revoked, outcome";

const UPSERT = `INSERT INTO invitation (${COLUMNS}) SELECT ${COLUMNS}
  FROM jsonb_populate_recordset(null::invitation, $1::jsonb)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, mailings = excluded.mailings,
    expires_at = excluded.expires_at, is_revoked = excluded.is_revoked, outcome = excluded.outcome
  WHERE invitation.version < excluded.version`;

/** Each mailing is given out once. TypeORM answers an UPDATE with its rows and their number. */
async function toBeMailed({ manager }: Transaction, ids: readonly string[]) {
  const [rows]: [{ id: string; mailings: number }[], number] = await manager.query(
    `UPDATE invitation SET enqueued = mailings
     WHERE id = ANY($1::text[]) AND enqueued < mailings AND NOT is_revoked AND outcome IS NULL
       AND accepted_at IS NULL
     RETURNING id, mailings`,
    [ids],
  );
  return rows;
}

/** @returns those that somebody had accepted */
async function forget({ manager }: Transaction, ids: readonly string[]): Promise<string[]> {
  const [rows]: [{ id: string; accepted: boolean }[], number] = await manager.query(
    `DELETE FROM invitation WHERE id = ANY($1::text[])
     RETURNING id, accepted_at IS NOT NULL AS accepted`,
    [ids],
  );
  return rows.flatMap(({ id, accepted }) => (accepted ? [id] : []));
}
