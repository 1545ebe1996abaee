import { createImportTables, dropImportTables } from "@convene/shared/file-import/import-tables";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables that are sent through the API. */
export class Imports1700000100010 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createImportTables(runner);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropImportTables(runner);
  }
}
