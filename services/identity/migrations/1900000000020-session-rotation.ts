import type { MigrationInterface, QueryRunner } from "typeorm";

/** Since when a session has its token. better-auth, which makes the rows, does not know of it. */
export class SessionRotation1900000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE session ADD COLUMN rotated_at timestamptz(3) NOT NULL DEFAULT now()",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE session DROP COLUMN rotated_at");
  }
}
