import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tells which calls for input there are, of those that were opened before it was told. */
export class CallsTold1900000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO outbox (type, id, version, txid, position, payload)
      SELECT 'InputCall', id, 1, pg_current_xact_id(), nextval('outbox_position'),
        jsonb_build_object('group', group_id, 'addressees', addressees, 'title', title)
      FROM input_call
      ON CONFLICT (type, id) DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM outbox WHERE type = 'InputCall'");
  }
}
