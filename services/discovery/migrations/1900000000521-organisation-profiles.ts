import type { MigrationInterface, QueryRunner } from "typeorm";

/** What organisations worked on and where, and since when; of those told before, as it is now. */
export class OrganisationProfiles1900000000521 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_document ADD COLUMN profiles jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE organisation_document ALTER COLUMN profiles DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation_document DROP COLUMN profiles");
  }
}
