import type { Transaction } from "@convene/shared/database/transaction";
import type { Replica } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";
import { sendInvitation } from "./invitation.job.ts";

/**
 * An invitation as the service of stakeholders tells of it, and what has been done about it here.
 * The latter cannot be told again: so the rows stay when the feed is read from the start.
 */
@Entity()
export class Invitation {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  /** Names, as the mail and the page say them. */
  @Column("text")
  network!: string;

  @Column("text")
  organisation!: string;

  /** In lower case. */
  @Column("text")
  email!: string;

  @Column("text", { nullable: true })
  language!: string | null;

  /** How many times it is to be mailed in all … */
  @Column("integer")
  mailings!: number;

  /** … and for how many of these a job has been made. */
  @Column("integer", { default: 0 })
  enqueued!: number;

  @Column("timestamp with time zone", { precision: 3 })
  expiresAt!: Date;

  @Column("boolean")
  isRevoked!: boolean;

  @Column("text", { nullable: true })
  acceptedBy!: string | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  acceptedAt!: Date | null;
}

const invitationSchema = z.object({
  network: z.string(),
  organisation: z.string(),
  email: z.email(),
  language: z.string().nullable(),
  mailings: z.number().int(),
  expiresAt: z.iso.datetime(),
  isRevoked: z.boolean(),
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
    await manager.query(
      `INSERT INTO invitation (${COLUMNS}) SELECT ${COLUMNS}
       FROM jsonb_populate_recordset(null::invitation, $1::jsonb)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, mailings = excluded.mailings,
         expires_at = excluded.expires_at, is_revoked = excluded.is_revoked
       WHERE invitation.version < excluded.version`,
      [JSON.stringify(rows)],
    );
  },
  follow: async (tx, changes) => {
    const ids = changes.map(({ id }) => id);
    for (const { id, mailings } of await toBeMailed(tx, ids)) {
      await tx.enqueue(sendInvitation, { invitation: id }, { key: `${id}:${mailings}` });
    }
  },
  remove: async (manager, tombstones) => {
    await manager.query(`UPDATE invitation SET is_revoked = true WHERE id = ANY($1::text[])`, [
      tombstones.map(({ id }) => id),
    ]);
  },
  clear: () => Promise.resolve(),
};

const COLUMNS =
  "id, version, network, organisation, email, language, mailings, expires_at, is_revoked";

/** Each mailing is given out once. TypeORM answers an UPDATE with its rows and their number. */
async function toBeMailed({ manager }: Transaction, ids: readonly string[]) {
  const [rows]: [{ id: string; mailings: number }[], number] = await manager.query(
    `UPDATE invitation SET enqueued = mailings
     WHERE id = ANY($1::text[]) AND enqueued < mailings AND NOT is_revoked AND accepted_at IS NULL
     RETURNING id, mailings`,
    [ids],
  );
  return rows;
}
