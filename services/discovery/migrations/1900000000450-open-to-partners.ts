import type { MigrationInterface, QueryRunner } from "typeorm";

/** Of which organisations the partner finder tells others: of all, until their service says otherwise. */
export class OpenToPartners1900000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_document
        ADD COLUMN is_open_to_partners boolean NOT NULL DEFAULT true;
      ALTER TABLE organisation_document ALTER COLUMN is_open_to_partners DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation_document DROP COLUMN is_open_to_partners");
  }
}
