import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which people are written to though they have no account. */
export class MailedPeople1700000100540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person_replica ADD COLUMN is_mailed boolean NOT NULL DEFAULT false;
      ALTER TABLE person_replica ALTER COLUMN is_mailed DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE person_replica DROP COLUMN is_mailed");
  }
}
