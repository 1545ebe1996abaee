import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a network's own ties have taught the finder of partners. */
export class PartnerWeights1800000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE partner_weight (
        kind text NOT NULL,
        weight double precision NOT NULL,
        learned_on date NOT NULL,
        CONSTRAINT pk_partner_weight PRIMARY KEY (kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE partner_weight;`);
  }
}
