import type { MigrationInterface, QueryRunner } from "typeorm";

/** What charters have asked for, and since when; of groups told of before, what theirs asks for now. */
export class Charters1900000000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE working_group_document ADD COLUMN charters jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE working_group_document ALTER COLUMN charters DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE working_group_document DROP COLUMN charters");
  }
}
