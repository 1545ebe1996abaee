import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whose addresses want no more invitations. */
export class InvitationStops1800000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invitation ADD COLUMN stopped_at timestamptz(3);
      CREATE INDEX ix_invitation_email_stopped ON invitation (email) WHERE stopped_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE invitation DROP COLUMN stopped_at");
  }
}
