import { addImportSource, dropImportSource } from "@convene/shared/file-import/import-tables";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where a file that is imported comes from. */
export class ImportSources1900000000521 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addImportSource(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropImportSource(runner);
  }
}
