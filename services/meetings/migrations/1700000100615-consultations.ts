import type { MigrationInterface, QueryRunner } from "typeorm";

/** Agenda items may be about a consultation: a call for input of a working group. */
export class Consultations1700000100615 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE input_call_replica (
        id text NOT NULL,
        version bigint NOT NULL,
        group_id text NOT NULL,
        asks text NOT NULL,
        title text NOT NULL,
        CONSTRAINT pk_input_call_replica PRIMARY KEY (id)
      );
      ALTER TABLE agenda_item ADD COLUMN consultation_id text;
      ALTER TABLE agenda_proposal ADD COLUMN consultation_id text;
      CREATE INDEX ix_agenda_item_consultation_id ON agenda_item (consultation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agenda_proposal DROP COLUMN consultation_id;
      ALTER TABLE agenda_item DROP COLUMN consultation_id;
      DROP TABLE input_call_replica;
    `);
  }
}
