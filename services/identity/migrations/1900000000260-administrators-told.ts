import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tells whose accounts give roles, of those who did before it was told. */
export class AdministratorsTold1900000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO outbox (type, id, version, txid, position, payload)
      SELECT 'Administrator', id, 1, pg_current_xact_id(), nextval('outbox_position'),
        jsonb_build_object('person', person_id)
      FROM user_account WHERE 'ADMIN' = ANY(platform)
      ON CONFLICT (type, id) DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM outbox WHERE type = 'Administrator'");
  }
}
