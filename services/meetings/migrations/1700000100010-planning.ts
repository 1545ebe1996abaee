import type { MigrationInterface, QueryRunner } from "typeorm";

/** When people can meet, who sits for whom, and who bore which hour of the past. */
export class Planning1700000100010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE availability (
        id text NOT NULL,
        person_id text NOT NULL,
        time_zone text NOT NULL,
        country text,
        weekend integer[] NOT NULL,
        holidays_of text,
        comfortable jsonb NOT NULL,
        possible jsonb NOT NULL,
        shares_reasons boolean NOT NULL,
        interprets text[] NOT NULL,
        busy jsonb NOT NULL,
        calendar_url text,
        busy_read_at timestamptz(3),
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_availability PRIMARY KEY (id),
        CONSTRAINT uq_availability_person_id UNIQUE (person_id)
      );

      CREATE TABLE burden_record (
        id text NOT NULL,
        meeting_id text NOT NULL,
        person_id text NOT NULL,
        burden integer NOT NULL,
        local_start text NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_burden_record PRIMARY KEY (id),
        CONSTRAINT uq_burden_record_meeting_id_person_id UNIQUE (meeting_id, person_id),
        CONSTRAINT fk_burden_record_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_burden_record_person_id ON burden_record (person_id);
      CREATE INDEX ix_meeting_ends_at ON meeting (ends_at);

      CREATE TABLE seat_replica (
        id text NOT NULL,
        version bigint NOT NULL,
        group_id text NOT NULL,
        organisation_id text NOT NULL,
        delegate_id text,
        alternate_id text,
        role text NOT NULL,
        start_date date NOT NULL,
        end_date date,
        CONSTRAINT pk_seat_replica PRIMARY KEY (id)
      );
      CREATE INDEX ix_seat_replica_group_id ON seat_replica (group_id);
      CREATE INDEX ix_seat_replica_delegate_id ON seat_replica (delegate_id);
      CREATE INDEX ix_seat_replica_alternate_id ON seat_replica (alternate_id);

      ALTER TABLE organisation_replica
        ADD name text NOT NULL DEFAULT '',
        ADD category text,
        ADD countries text[] NOT NULL DEFAULT '{}';
      ALTER TABLE organisation_replica ALTER name DROP DEFAULT, ALTER countries DROP DEFAULT;
    `);
    // What was told before is told again: seats were not listened to, and organisations not wholly.
    await runner.query(`
      UPDATE organisation_replica SET version = 0;
      DELETE FROM feed_position WHERE source IN ('stakeholders', 'working-groups');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_meeting_ends_at;
      DROP TABLE burden_record, availability, seat_replica;
      ALTER TABLE organisation_replica DROP name, DROP category, DROP countries;
    `);
  }
}
