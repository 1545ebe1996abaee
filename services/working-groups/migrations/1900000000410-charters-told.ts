import type { MigrationInterface, QueryRunner } from "typeorm";

/** Groups are told with all versions of their charters: those of before are told anew. */
export class ChartersTold1900000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE outbox AS told SET version = told.version + 1, txid = pg_current_xact_id(),
        position = nextval('outbox_position'),
        payload = told.payload || jsonb_build_object('charters', known.charters)
      FROM (
        SELECT group_id, jsonb_agg(jsonb_build_object('since', adopted_at, 'needs', needs,
          'quorum', quorum) ORDER BY version) AS charters
        FROM charter GROUP BY group_id
      ) AS known
      WHERE told.type = 'WorkingGroup' AND told.id = known.group_id AND told.payload IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "UPDATE outbox SET payload = payload - 'charters' WHERE type = 'WorkingGroup'",
    );
  }
}
