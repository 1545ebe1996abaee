import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whose accounts give roles, as the service of the accounts tells it: the last of them stays. */
export class Administrators1800000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE administrator (
        id text NOT NULL,
        version bigint NOT NULL,
        person_id text NOT NULL,
        CONSTRAINT pk_administrator PRIMARY KEY (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE administrator");
  }
}
