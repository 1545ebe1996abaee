import { TAKEN_DOWN_TABLE } from "@convene/shared/takedown/taken-down-record";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Meetings, series and agenda items that moderators have taken down. */
export class Takedowns1700000100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKEN_DOWN_TABLE);
    await runner.query(
      "ALTER TABLE agenda_item ADD COLUMN is_taken_down boolean NOT NULL DEFAULT false",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE agenda_item DROP COLUMN is_taken_down");
    await runner.query("DROP TABLE taken_down_record");
  }
}
