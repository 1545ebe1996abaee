import type { MigrationInterface, QueryRunner } from "typeorm";

/** By its version two who change an agenda item at once find out. */
export class AgendaItemVersions1700000100530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE agenda_item ADD version integer NOT NULL DEFAULT 1");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE agenda_item DROP COLUMN version");
  }
}
