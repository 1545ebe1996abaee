import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who is invited to which meetings, and what they are told of them by mail. */
export class CalendarInvitations1700000100370 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_invitation (
        id text NOT NULL,
        meeting_id text,
        series_id text,
        person_id text NOT NULL,
        organisation_id text NOT NULL,
        is_by_name boolean NOT NULL,
        title text NOT NULL,
        told jsonb NOT NULL,
        told_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_calendar_invitation PRIMARY KEY (id),
        CONSTRAINT ck_calendar_invitation_subject
          CHECK ((meeting_id IS NULL) <> (series_id IS NULL)),
        CONSTRAINT fk_calendar_invitation_meeting_id
          FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_calendar_invitation_series_id
          FOREIGN KEY (series_id) REFERENCES meeting_series (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_calendar_invitation_meeting_id ON calendar_invitation (meeting_id);
      CREATE INDEX ix_calendar_invitation_series_id ON calendar_invitation (series_id);
      CREATE INDEX ix_calendar_invitation_person_id ON calendar_invitation (person_id);
      CREATE TABLE account_replica (
        id text NOT NULL,
        version bigint NOT NULL,
        person_id text NOT NULL,
        CONSTRAINT pk_account_replica PRIMARY KEY (id)
      );
      CREATE INDEX ix_account_replica_person_id ON account_replica (person_id);
      CREATE TABLE meeting_notice (
        id text NOT NULL,
        people text[] NOT NULL,
        item jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_meeting_notice PRIMARY KEY (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE meeting_notice; DROP TABLE account_replica; DROP TABLE calendar_invitation",
    );
  }
}
