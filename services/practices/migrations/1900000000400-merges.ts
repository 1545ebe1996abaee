import { MERGE_TABLES } from "@convene/shared/merge/merge-tables";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was moved from one organisation to another when they turned out to be the same. */
export class Merges1900000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MERGE_TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE moved_edge, standing_merge");
  }
}
