import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whether the partner finder may tell others of an organisation: of all, until they say otherwise. */
export class OpenToPartners1900000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN is_open_to_partners boolean NOT NULL DEFAULT true;
      ALTER TABLE organisation ALTER COLUMN is_open_to_partners DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation DROP COLUMN is_open_to_partners");
  }
}
