import type { MigrationInterface, QueryRunner } from "typeorm";

/** From when to when a group was there, for what is asked of the past; of those told before, unknown. */
export class LivesOfGroups1900000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE working_group_document
      ADD COLUMN created_at timestamptz(3), ADD COLUMN concluded_at timestamptz(3)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE working_group_document DROP COLUMN created_at, DROP COLUMN concluded_at",
    );
  }
}
