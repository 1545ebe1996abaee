import type { MigrationInterface, QueryRunner } from "typeorm";

/** Imports find an organisation by its acronym too. */
export class Acronyms1800000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX ix_organisation_acronym ON organisation (lower(acronym))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX ix_organisation_acronym");
  }
}
