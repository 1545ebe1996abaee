import type { MigrationInterface, QueryRunner } from "typeorm";

/** How often somebody has tried to sign in by a password. */
export class PasswordAttempts1900000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE password_attempt (
        subject text NOT NULL,
        tries integer NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_password_attempt PRIMARY KEY (subject)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE password_attempt");
  }
}
