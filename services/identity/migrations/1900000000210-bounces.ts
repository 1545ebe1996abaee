import type { MigrationInterface, QueryRunner } from "typeorm";

/** To which addresses mail comes back; the addresses themselves are not kept. */
export class Bounces1900000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bounced_address (
        id text NOT NULL,
        status text NOT NULL,
        bounced_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_bounced_address PRIMARY KEY (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE bounced_address");
  }
}
