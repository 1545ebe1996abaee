import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations ask for a seat, and are asked the group's questions. */
export class JoinRequests1900000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE working_group ADD COLUMN join_questions jsonb;

      CREATE TABLE join_request (
        id text NOT NULL,
        group_id text NOT NULL,
        organisation_id text NOT NULL,
        role text NOT NULL,
        on_behalf_of text,
        delegate_id text,
        answers jsonb NOT NULL,
        state text NOT NULL,
        person_id text,
        asked_at timestamptz(3) NOT NULL,
        decided_by_id text,
        decided_at timestamptz(3),
        reply text,
        seat_id text,
        CONSTRAINT pk_join_request PRIMARY KEY (id),
        CONSTRAINT fk_join_request_group_id FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT ck_join_request_state
          CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN'))
      );
      CREATE INDEX ix_join_request_group_id ON join_request (group_id);
      CREATE UNIQUE INDEX uq_join_request_open
        ON join_request (group_id, organisation_id, lower(coalesce(on_behalf_of, '')))
        WHERE state = 'OPEN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE join_request;
      ALTER TABLE working_group DROP COLUMN join_questions;
    `);
  }
}
