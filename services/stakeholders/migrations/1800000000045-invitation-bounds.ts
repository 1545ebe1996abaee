import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which network has entered an organisation, and who has accepted an invitation. */
export class InvitationBounds1800000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN entered_by_id text;
      ALTER TABLE invitation ADD COLUMN accepted_by_id text;
      DROP INDEX uq_invitation_standing;
      CREATE UNIQUE INDEX uq_invitation_standing ON invitation (network_id, organisation_id, email)
        WHERE revoked_at IS NULL AND refused_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX uq_invitation_standing;
      DELETE FROM invitation WHERE refused_at IS NOT NULL;
      CREATE UNIQUE INDEX uq_invitation_standing ON invitation (network_id, organisation_id, email)
        WHERE revoked_at IS NULL;
      ALTER TABLE invitation DROP COLUMN accepted_by_id;
      ALTER TABLE organisation DROP COLUMN entered_by_id;
    `);
  }
}
