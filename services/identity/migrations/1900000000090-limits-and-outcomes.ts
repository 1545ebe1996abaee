import type { MigrationInterface, QueryRunner } from "typeorm";

/** How often links were mailed to an address, and what became of invitations. */
export class LimitsAndOutcomes1900000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailed_link (
        id text NOT NULL,
        address_hash text NOT NULL,
        mailed_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_mailed_link PRIMARY KEY (id)
      );
      CREATE INDEX ix_mailed_link_address_hash ON mailed_link (address_hash);
      ALTER TABLE invitation ADD COLUMN outcome text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE invitation DROP COLUMN outcome; DROP TABLE mailed_link");
  }
}
