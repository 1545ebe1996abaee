import type { MigrationInterface, QueryRunner } from "typeorm";

/** Codes of apps that have been used, and in which language somebody is written to. */
export class UsedCodes1900000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE used_code (
        account_id text NOT NULL,
        code_hash text NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_used_code PRIMARY KEY (account_id, code_hash),
        CONSTRAINT fk_used_code_account_id FOREIGN KEY (account_id)
          REFERENCES user_account (id) ON DELETE CASCADE
      );
      ALTER TABLE user_account
        ADD COLUMN language text,
        ADD COLUMN is_language_chosen boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_account DROP COLUMN language, DROP COLUMN is_language_chosen;
      DROP TABLE used_code;
    `);
  }
}
