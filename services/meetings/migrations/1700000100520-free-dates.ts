import type { MigrationInterface, QueryRunner } from "typeorm";

/** Dates that networks keep free of meetings. */
export class FreeDates1700000100520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE free_date (
        id text NOT NULL,
        network_id text NOT NULL,
        start_date date NOT NULL,
        end_date date NOT NULL,
        is_yearly boolean NOT NULL,
        reason text NOT NULL,
        is_removed boolean NOT NULL,
        CONSTRAINT pk_free_date PRIMARY KEY (id)
      );
      CREATE INDEX ix_free_date_network_id ON free_date (network_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE free_date");
  }
}
