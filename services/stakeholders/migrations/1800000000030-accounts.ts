import type { MigrationInterface, QueryRunner } from "typeorm";

/** For which accounts a person has been made, and whom networks have invited. */
export class Accounts1800000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id text NOT NULL,
        person_id text NOT NULL,
        CONSTRAINT pk_account PRIMARY KEY (id)
      );
      CREATE TABLE invitation (
        id text NOT NULL,
        network_id text NOT NULL,
        organisation_id text NOT NULL,
        email text NOT NULL,
        language text,
        mailings integer NOT NULL,
        mailed_at timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        accepted_at timestamptz(3),
        refused_at timestamptz(3),
        CONSTRAINT pk_invitation PRIMARY KEY (id),
        CONSTRAINT fk_invitation_network_id FOREIGN KEY (network_id) REFERENCES network (id),
        CONSTRAINT fk_invitation_organisation_id
          FOREIGN KEY (organisation_id) REFERENCES organisation (id)
      );
      CREATE UNIQUE INDEX uq_invitation_standing
        ON invitation (network_id, organisation_id, email) WHERE revoked_at IS NULL;
      CREATE INDEX ix_invitation_organisation_id ON invitation (organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE invitation, account");
  }
}
