import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who may see some fields of an organisation, and what somebody says of themselves, apart from the rest. */
export class FieldAudiences1900000000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN field_audiences jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE organisation ALTER COLUMN field_audiences DROP DEFAULT;
      ALTER TABLE person ADD COLUMN about_audience text;
      ALTER TABLE person ADD CONSTRAINT ck_person_about_audience
        CHECK (about_audience IN ('NETWORK', 'ORGANISATION', 'NOBODY'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person DROP COLUMN about_audience;
      ALTER TABLE organisation DROP COLUMN field_audiences;
    `);
  }
}
