import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations are found by what they are called as well, or were called before. */
export class OtherNames1900000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_document ADD COLUMN other_names text[] NOT NULL DEFAULT '{}';
      ALTER TABLE organisation_document ALTER COLUMN other_names DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation_document DROP COLUMN other_names");
  }
}
