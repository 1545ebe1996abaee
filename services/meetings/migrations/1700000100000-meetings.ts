import type { MigrationInterface, QueryRunner } from "typeorm";

const PROTECTION =
  "audience text NOT NULL, organisations text[] NOT NULL, networks text[] NOT NULL";

/** Series, meetings, agendas and attendance, and what is known of other services' entities. */
export class Meetings1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const kind of ["organisation", "person", "network", "practice"]) {
      await runner.query(`
        CREATE TABLE ${kind}_replica (
          id text NOT NULL,
          version bigint NOT NULL,
          ${PROTECTION},
          CONSTRAINT pk_${kind}_replica PRIMARY KEY (id)
        )
      `);
    }
    await runner.query(`
      CREATE TABLE working_group_replica (
        id text NOT NULL,
        version bigint NOT NULL,
        network_id text,
        ${PROTECTION},
        CONSTRAINT pk_working_group_replica PRIMARY KEY (id)
      );

      CREATE TABLE meeting_series (
        id text NOT NULL,
        group_id text,
        network_id text,
        title text NOT NULL,
        rule text NOT NULL,
        preset text,
        local_start text NOT NULL,
        time_zone text NOT NULL,
        duration_minutes integer NOT NULL,
        chosen_audience text NOT NULL,
        convener_audience text NOT NULL,
        join_url text,
        created_at timestamptz(3) NOT NULL,
        ${PROTECTION},
        CONSTRAINT pk_meeting_series PRIMARY KEY (id),
        CONSTRAINT ck_meeting_series_convener CHECK (group_id IS NOT NULL OR network_id IS NOT NULL)
      );
      CREATE INDEX ix_meeting_series_group_id_id ON meeting_series (group_id, id);
      CREATE INDEX ix_meeting_series_network_id_id ON meeting_series (network_id, id);

      CREATE TABLE meeting (
        id text NOT NULL,
        series_id text,
        recurrence_start text,
        group_id text,
        network_id text,
        title text NOT NULL,
        chosen_start text NOT NULL,
        time_zone text NOT NULL,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        duration_minutes integer NOT NULL,
        status text NOT NULL,
        chosen_audience text NOT NULL,
        convener_audience text NOT NULL,
        join_url text,
        created_at timestamptz(3) NOT NULL,
        ${PROTECTION},
        CONSTRAINT pk_meeting PRIMARY KEY (id),
        CONSTRAINT fk_meeting_series_id FOREIGN KEY (series_id)
          REFERENCES meeting_series (id) ON DELETE CASCADE,
        CONSTRAINT ck_meeting_convener CHECK (group_id IS NOT NULL OR network_id IS NOT NULL),
        CONSTRAINT ck_meeting_end CHECK (ends_at > starts_at)
      );
      CREATE INDEX ix_meeting_starts_at_id ON meeting (starts_at, id);
      CREATE INDEX ix_meeting_series_id_starts_at_id ON meeting (series_id, starts_at, id);
      CREATE INDEX ix_meeting_group_id_starts_at_id ON meeting (group_id, starts_at, id);
      CREATE INDEX ix_meeting_network_id_starts_at_id ON meeting (network_id, starts_at, id);

      CREATE TABLE agenda_item (
        id text NOT NULL,
        meeting_id text NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        duration_minutes integer NOT NULL,
        purpose text,
        presenter_id text,
        objective_number integer,
        practice_id text,
        CONSTRAINT pk_agenda_item PRIMARY KEY (id),
        CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT uq_agenda_item_meeting_id_position UNIQUE (meeting_id, position)
          DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX ix_agenda_item_presenter_id ON agenda_item (presenter_id);
      CREATE INDEX ix_agenda_item_practice_id ON agenda_item (practice_id);

      CREATE TABLE attendance (
        id text NOT NULL,
        meeting_id text NOT NULL,
        organisation_id text NOT NULL,
        person_id text,
        status text NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_attendance PRIMARY KEY (id),
        CONSTRAINT fk_attendance_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX uq_attendance_who
        ON attendance (meeting_id, organisation_id, coalesce(person_id, ''));
      CREATE INDEX ix_attendance_organisation_id ON attendance (organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE attendance, agenda_item, meeting, meeting_series, working_group_replica,
        organisation_replica, person_replica, network_replica, practice_replica;
    `);
  }
}
