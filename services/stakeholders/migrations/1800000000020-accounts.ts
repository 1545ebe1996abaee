import type { MigrationInterface, QueryRunner } from "typeorm";

/** For which accounts a person has been made. */
export class Accounts1800000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id text NOT NULL,
        person_id text NOT NULL,
        CONSTRAINT pk_account PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE account");
  }
}
