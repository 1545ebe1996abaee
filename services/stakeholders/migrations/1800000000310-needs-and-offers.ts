import type { MigrationInterface, QueryRunner } from "typeorm";

/** What organisations look for, and what they have to give. */
export class NeedsAndOffers1800000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN needs text[] NOT NULL DEFAULT '{}',
        ADD COLUMN offers text[] NOT NULL DEFAULT '{}';
      ALTER TABLE organisation ALTER COLUMN needs DROP DEFAULT, ALTER COLUMN offers DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation DROP COLUMN needs, DROP COLUMN offers");
  }
}
