import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What a network's own ties have taught the finder of partners. It reads profiles from memory, and
 * needs them no more turned round.
 */
export class PartnerWeights1800000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organisation_term;
      CREATE TABLE partner_weight (
        kind text NOT NULL,
        weight double precision NOT NULL,
        learned_on date NOT NULL,
        CONSTRAINT pk_partner_weight PRIMARY KEY (kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE partner_weight;
      CREATE TABLE organisation_term (
        organisation_id text NOT NULL, facet text NOT NULL, value text NOT NULL,
        is_public boolean NOT NULL,
        CONSTRAINT pk_organisation_term PRIMARY KEY (organisation_id, facet, value)
      );
      CREATE INDEX ix_organisation_term_value
        ON organisation_term (facet, value, is_public, organisation_id);
    `);
  }
}
