import { Column, Entity, type EntityManager, PrimaryColumn } from "typeorm";
import type { Audience } from "../audience.ts";

/** Who saw a record before it was taken down: that is what it is restored to. */
@Entity("taken_down_record")
export class TakenDownRecord {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  audience!: Audience;
}

/** For the migration of each service that has such records. */
export const TAKEN_DOWN_TABLE = `CREATE TABLE taken_down_record (
  id text NOT NULL,
  audience text NOT NULL,
  CONSTRAINT pk_taken_down_record PRIMARY KEY (id)
)`;

/** Where a record's audience stands. Names of our own, never a user's. */
export interface AudiencePlace {
  readonly table: string;
  readonly column: "audience" | "chosen_audience";
}

/** Answers whether that changed anything. */
export async function hideRecord(
  manager: EntityManager,
  { table, column }: AudiencePlace,
  id: string,
): Promise<boolean> {
  const [, changed]: [unknown[], number] = await manager.query(
    `WITH before AS (
       SELECT id, ${column} AS audience FROM ${table}
       WHERE id = $1 AND ${column} <> 'TAKEN_DOWN' FOR UPDATE
     ), kept AS (
       INSERT INTO taken_down_record (id, audience) SELECT id, audience FROM before
       ON CONFLICT (id) DO UPDATE SET audience = excluded.audience
     )
     UPDATE ${table} AS t SET ${column} = 'TAKEN_DOWN' FROM before WHERE t.id = before.id
     RETURNING t.id`,
    [id],
  );
  return changed > 0;
}

/** Answers whether that changed anything. */
export async function restoreRecord(
  manager: EntityManager,
  { table, column }: AudiencePlace,
  id: string,
): Promise<boolean> {
  const [, changed]: [unknown[], number] = await manager.query(
    `WITH before AS (DELETE FROM taken_down_record WHERE id = $1 RETURNING id, audience)
     UPDATE ${table} AS t SET ${column} = before.audience FROM before WHERE t.id = before.id
     RETURNING t.id`,
    [id],
  );
  return changed > 0;
}
