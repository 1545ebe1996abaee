import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whom charters ask for; no group has said so yet. */
export class CharterNeeds1800000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE working_group ADD COLUMN needs jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE working_group ALTER COLUMN needs DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE working_group DROP COLUMN needs`);
  }
}
