import { TAKEN_DOWN_TABLE } from "@convene/shared/takedown/taken-down-record";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Groups that moderators have taken down. */
export class Takedowns1700000100200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKEN_DOWN_TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE taken_down_record");
  }
}
