import type { MigrationInterface, QueryRunner } from "typeorm";

/** Codes of an app beside the link or the password: better-auth's table twoFactor. */
export class SecondFactors1900000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_account ADD COLUMN two_factor_enabled boolean NOT NULL DEFAULT false;

      -- The secret and the codes for emergencies are sealed by better-auth.
      CREATE TABLE second_factor (
        id text NOT NULL,
        account_id text NOT NULL,
        secret text NOT NULL,
        backup_codes text NOT NULL,
        verified boolean NOT NULL DEFAULT true,
        failed_verification_count integer NOT NULL DEFAULT 0,
        locked_until timestamptz(3),
        CONSTRAINT pk_second_factor PRIMARY KEY (id),
        CONSTRAINT uq_second_factor_account_id UNIQUE (account_id),
        CONSTRAINT fk_second_factor_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE second_factor; ALTER TABLE user_account DROP COLUMN two_factor_enabled",
    );
  }
}
