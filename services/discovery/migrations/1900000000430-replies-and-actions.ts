import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who replied to a meeting, and what of it is to be done: told anew by their service. */
export class RepliesAndActions1900000000430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting_document
        ADD replied text[] NOT NULL DEFAULT '{}',
        ADD open_actions date[] NOT NULL DEFAULT '{}';
      ALTER TABLE meeting_document ALTER replied DROP DEFAULT, ALTER open_actions DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE meeting_document DROP replied, DROP open_actions");
  }
}
