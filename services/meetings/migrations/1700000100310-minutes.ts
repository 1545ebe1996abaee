import type { MigrationInterface, QueryRunner } from "typeorm";

const commitment = (table: string): string => `
  CREATE TABLE ${table} (
    id text NOT NULL,
    meeting_id text NOT NULL,
    item_id text,
    text text NOT NULL,
    organisation_id text,
    person_id text,
    due_on date,
    state text NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_${table} PRIMARY KEY (id),
    CONSTRAINT fk_${table}_meeting_id FOREIGN KEY (meeting_id)
      REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_${table}_item_id FOREIGN KEY (item_id) REFERENCES agenda_item (id)
  );
  CREATE INDEX ix_${table}_meeting_id ON ${table} (meeting_id);
  CREATE INDEX ix_${table}_item_id ON ${table} (item_id);
  CREATE INDEX ix_${table}_organisation_id ON ${table} (organisation_id);
  CREATE INDEX ix_${table}_person_id ON ${table} (person_id);`;

/** What was said and agreed at meetings, and what is recorded so that it names nobody. */
export class Minutes1700000100310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting ADD chatham_house boolean NOT NULL DEFAULT false;
      ALTER TABLE agenda_item ADD chatham_house boolean NOT NULL DEFAULT false;

      CREATE TABLE minutes (
        id text NOT NULL,
        meeting_id text NOT NULL,
        concluded_at timestamptz(3),
        approved_at timestamptz(3),
        approved_at_meeting_id text,
        CONSTRAINT pk_minutes PRIMARY KEY (id),
        CONSTRAINT uq_minutes_meeting_id UNIQUE (meeting_id),
        CONSTRAINT fk_minutes_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_minutes_approved_at_meeting_id FOREIGN KEY (approved_at_meeting_id)
          REFERENCES meeting (id) ON DELETE SET NULL
      );
      CREATE INDEX ix_minutes_approved_at_meeting_id ON minutes (approved_at_meeting_id);

      CREATE TABLE minutes_entry (
        id text NOT NULL,
        meeting_id text NOT NULL,
        item_id text NOT NULL,
        text text NOT NULL,
        version integer NOT NULL,
        saved_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_minutes_entry PRIMARY KEY (id),
        CONSTRAINT uq_minutes_entry_item_id UNIQUE (item_id),
        CONSTRAINT fk_minutes_entry_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_minutes_entry_item_id FOREIGN KEY (item_id) REFERENCES agenda_item (id)
      );
      CREATE INDEX ix_minutes_entry_meeting_id ON minutes_entry (meeting_id);

      CREATE TABLE minutes_revision (
        id text NOT NULL,
        entry_id text NOT NULL,
        version integer NOT NULL,
        text text NOT NULL,
        editor_id text,
        saved_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_minutes_revision PRIMARY KEY (id),
        CONSTRAINT uq_minutes_revision_entry_id_version UNIQUE (entry_id, version),
        CONSTRAINT fk_minutes_revision_entry_id FOREIGN KEY (entry_id)
          REFERENCES minutes_entry (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_minutes_revision_editor_id ON minutes_revision (editor_id);

      ${commitment("decision")}
      ${commitment("action")}

      CREATE TABLE commitment_change (
        id text NOT NULL,
        meeting_id text NOT NULL,
        item_id text,
        subject_id text NOT NULL,
        state text NOT NULL,
        note text,
        changed_by_id text,
        changed_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_commitment_change PRIMARY KEY (id),
        CONSTRAINT fk_commitment_change_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_commitment_change_meeting_id ON commitment_change (meeting_id);
      CREATE INDEX ix_commitment_change_subject_id_id ON commitment_change (subject_id, id);
      CREATE INDEX ix_commitment_change_changed_by_id ON commitment_change (changed_by_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE commitment_change, action, decision, minutes_revision, minutes_entry, minutes;
      ALTER TABLE agenda_item DROP chatham_house;
      ALTER TABLE meeting DROP chatham_house;
    `);
  }
}
