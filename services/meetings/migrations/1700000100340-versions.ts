import type { MigrationInterface, QueryRunner } from "typeorm";

/** By its version two who change a meeting at once find out. */
export class Versions1700000100340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE meeting ADD version integer NOT NULL DEFAULT 1");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE meeting DROP COLUMN version");
  }
}
