import type { MigrationInterface, QueryRunner } from "typeorm";

/** That moderators keep a request for an introduction from those to whom it was written. */
export class IntroductionsTakenDown1900000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE introduction_request ADD COLUMN is_taken_down boolean NOT NULL DEFAULT false;
      ALTER TABLE introduction_request ALTER COLUMN is_taken_down DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE introduction_request DROP COLUMN is_taken_down");
  }
}
