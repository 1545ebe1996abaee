import type { MigrationInterface, QueryRunner } from "typeorm";

/** Groups ask for input until a day, and organisations answer. */
export class InputCalls1900000000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE input_call (
        id text NOT NULL,
        group_id text NOT NULL,
        title text NOT NULL,
        text text,
        questions jsonb NOT NULL,
        addressees text NOT NULL,
        answers_shown_to text NOT NULL,
        opens_at timestamptz(3) NOT NULL,
        closes_at timestamptz(3) NOT NULL,
        time_zone text NOT NULL,
        told text[] NOT NULL,
        person_id text,
        CONSTRAINT pk_input_call PRIMARY KEY (id),
        CONSTRAINT fk_input_call_group_id FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT ck_input_call_addressees CHECK (addressees IN ('MEMBERS', 'NETWORK', 'PUBLIC')),
        CONSTRAINT ck_input_call_answers
          CHECK (answers_shown_to IN ('CO_LEADS', 'MEMBERS', 'ADDRESSEES')),
        CONSTRAINT ck_input_call_times CHECK (closes_at >= opens_at)
      );
      CREATE INDEX ix_input_call_group_id ON input_call (group_id);
      CREATE TABLE call_answer (
        id text NOT NULL,
        call_id text NOT NULL,
        organisation_id text NOT NULL,
        answers jsonb NOT NULL,
        person_id text,
        answered_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_call_answer PRIMARY KEY (id),
        CONSTRAINT fk_call_answer_call_id
          FOREIGN KEY (call_id) REFERENCES input_call (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX ix_call_answer_call_id_organisation_id
        ON call_answer (call_id, organisation_id);
      CREATE INDEX ix_call_answer_organisation_id ON call_answer (organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE call_answer, input_call");
  }
}
