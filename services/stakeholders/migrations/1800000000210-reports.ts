import { TAKEN_DOWN_TABLE } from "@convene/shared/takedown/taken-down-record";
import type { MigrationInterface, QueryRunner } from "typeorm";

const audiences = (names: string) =>
  ["organisation", "person", "network"]
    .map(
      (table) => `ALTER TABLE ${table} DROP CONSTRAINT ck_${table}_audience;
        ALTER TABLE ${table} ADD CONSTRAINT ck_${table}_audience CHECK (audience IN (${names}));`,
    )
    .join("\n");

/** What people report, what moderators decide, and what is known of others' records for that. */
export class Reports1800000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${audiences("'PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY', 'TAKEN_DOWN'")}
      ALTER TABLE relationship ADD COLUMN is_taken_down boolean NOT NULL DEFAULT false;
      ${TAKEN_DOWN_TABLE};
      CREATE TABLE content (
        id text NOT NULL,
        version bigint NOT NULL,
        title text NOT NULL,
        part_of text,
        group_id text,
        network_id text,
        audience text NOT NULL,
        organisations text[] NOT NULL,
        networks text[] NOT NULL,
        CONSTRAINT pk_content PRIMARY KEY (id)
      );
      CREATE TABLE report (
        id text NOT NULL,
        about text NOT NULL,
        title text NOT NULL,
        networks text[] NOT NULL,
        reporter_id text NOT NULL,
        reason text NOT NULL,
        comment text,
        state text NOT NULL,
        note text,
        decided_by_id text,
        created_at timestamptz(3) NOT NULL,
        decided_at timestamptz(3),
        CONSTRAINT pk_report PRIMARY KEY (id),
        CONSTRAINT ck_report_state CHECK (state IN ('OPEN', 'TAKEN_DOWN', 'DISMISSED', 'RESTORED'))
      );
      CREATE UNIQUE INDEX uq_report_open ON report (about, reporter_id) WHERE state = 'OPEN';
      CREATE INDEX ix_report_state_created_at ON report (state, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE report, content, taken_down_record;
      ALTER TABLE relationship DROP COLUMN is_taken_down;
      ${audiences("'PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY'")}
    `);
  }
}
