import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations ask to be taken into a network, and are asked its questions. */
export class NetworkJoinRequests1900000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE network ADD COLUMN join_questions jsonb;

      CREATE TABLE network_join_request (
        id text NOT NULL,
        network_id text NOT NULL,
        organisation_id text NOT NULL,
        role text NOT NULL,
        answers jsonb NOT NULL,
        state text NOT NULL,
        person_id text,
        asked_at timestamptz(3) NOT NULL,
        decided_by_id text,
        decided_at timestamptz(3),
        reply text,
        member_id text,
        CONSTRAINT pk_network_join_request PRIMARY KEY (id),
        CONSTRAINT fk_network_join_request_network_id
          FOREIGN KEY (network_id) REFERENCES network (id) ON DELETE CASCADE,
        CONSTRAINT fk_network_join_request_organisation_id
          FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT ck_network_join_request_role CHECK (role IN ('MEMBER', 'OBSERVER')),
        CONSTRAINT ck_network_join_request_state
          CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN'))
      );
      CREATE INDEX ix_network_join_request_network_id_asked_at
        ON network_join_request (network_id, asked_at);
      CREATE INDEX ix_network_join_request_organisation_id_asked_at
        ON network_join_request (organisation_id, asked_at);
      CREATE UNIQUE INDEX uq_network_join_request_open
        ON network_join_request (network_id, organisation_id) WHERE state = 'OPEN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE network_join_request;
      ALTER TABLE network DROP COLUMN join_questions;
    `);
  }
}
