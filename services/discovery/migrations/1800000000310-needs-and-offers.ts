import type { MigrationInterface, QueryRunner } from "typeorm";

/** What organisations look for and have to give can be searched; those told before have neither. */
export class NeedsAndOffers1800000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_document ADD COLUMN needs text[] NOT NULL DEFAULT '{}',
        ADD COLUMN offers text[] NOT NULL DEFAULT '{}';
      ALTER TABLE organisation_document ALTER COLUMN needs DROP DEFAULT, ALTER COLUMN offers DROP DEFAULT;
      CREATE INDEX ix_organisation_document_needs ON organisation_document USING gin (needs);
      CREATE INDEX ix_organisation_document_offers ON organisation_document USING gin (offers);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation_document DROP COLUMN needs, DROP COLUMN offers");
  }
}
