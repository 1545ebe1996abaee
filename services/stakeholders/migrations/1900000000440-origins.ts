import type { MigrationInterface, QueryRunner } from "typeorm";

/** What organisations are called as well, and where their records come from: of those of before nobody noted it. */
export class Origins1900000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN other_names jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN other_name_keys text[] NOT NULL DEFAULT '{}',
        ADD COLUMN provenance jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE organisation ALTER COLUMN other_names DROP DEFAULT,
        ALTER COLUMN other_name_keys DROP DEFAULT, ALTER COLUMN provenance DROP DEFAULT;
      CREATE INDEX ix_organisation_other_name_keys ON organisation USING gin (other_name_keys);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE organisation DROP COLUMN other_names, DROP COLUMN other_name_keys, DROP COLUMN provenance",
    );
  }
}
