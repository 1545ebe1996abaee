import type { MigrationInterface, QueryRunner } from "typeorm";

/** Their titles are kept as they are written, for tables: the feed is read anew from the start. */
export class TitlesOfMeetings1900000000451 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM feed_position WHERE source = 'meetings';
      DELETE FROM feed_refusal WHERE source = 'meetings';
      DELETE FROM meeting_document;
      DELETE FROM meeting_series_document;
      ALTER TABLE meeting_document ADD COLUMN title text NOT NULL;
      ALTER TABLE meeting_series_document ADD COLUMN title text NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting_document DROP COLUMN title;
      ALTER TABLE meeting_series_document DROP COLUMN title;
    `);
  }
}
