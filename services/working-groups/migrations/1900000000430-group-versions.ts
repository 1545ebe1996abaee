import type { MigrationInterface, QueryRunner } from "typeorm";

/** By its version two who change a group at once find out. */
export class GroupVersions1900000000430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE working_group ADD version integer NOT NULL DEFAULT 1");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE working_group DROP COLUMN version");
  }
}
