import type { MigrationInterface, QueryRunner } from "typeorm";

/** Private addresses at which calendars read meetings. */
export class CalendarFeeds1700000100330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feed (
        id text NOT NULL,
        person_id text NOT NULL,
        about_id text,
        token_hash text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_calendar_feed PRIMARY KEY (id)
      );
      CREATE INDEX ix_calendar_feed_person_id_id ON calendar_feed (person_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE calendar_feed");
  }
}
