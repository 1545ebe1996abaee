import type { MigrationInterface, QueryRunner } from "typeorm";

/** Two who change an agenda item at once are told of each other. */
export class AgendaVersions1700000100616 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE agenda_item ADD COLUMN version integer NOT NULL DEFAULT 1");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE agenda_item DROP COLUMN version");
  }
}
