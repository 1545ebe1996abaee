import type { MigrationInterface, QueryRunner } from "typeorm";

/** Links by which a poll is answered without an account. */
export class PollLinks1700000100301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE poll_link (
        id text NOT NULL,
        poll_id text NOT NULL,
        invitation_id text NOT NULL,
        person_id text,
        time_zone text,
        token_hash text NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        reminders integer NOT NULL,
        opened_at timestamptz(3),
        revoked_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_poll_link PRIMARY KEY (id),
        CONSTRAINT uq_poll_link_token_hash UNIQUE (token_hash),
        CONSTRAINT fk_poll_link_poll_id FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE,
        CONSTRAINT fk_poll_link_invitation_id FOREIGN KEY (invitation_id)
          REFERENCES poll_invitation (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_poll_link_poll_id ON poll_link (poll_id);
      CREATE INDEX ix_poll_link_invitation_id ON poll_link (invitation_id);
      CREATE INDEX ix_poll_link_person_id ON poll_link (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE poll_link");
  }
}
