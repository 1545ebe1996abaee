import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which addresses want no more invitations; the addresses themselves are not kept. */
export class InvitationStops1900000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stopped_address (
        id text NOT NULL,
        stopped_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_stopped_address PRIMARY KEY (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE stopped_address");
  }
}
