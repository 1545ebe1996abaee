import type { MigrationInterface, QueryRunner } from "typeorm";

/** What edits of a whole series need: what was changed by hand stays. */
export class SeriesEdits1700000100350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting ADD changed_by_hand text[] NOT NULL DEFAULT '{}';
      ALTER TABLE meeting_series
        ADD version integer NOT NULL DEFAULT 1,
        ADD sequence integer NOT NULL DEFAULT 0,
        ADD revised_at timestamptz(3) NOT NULL DEFAULT now(),
        ADD by_weekday boolean NOT NULL DEFAULT false,
        ADD split_from_id text,
        ADD cancelled_at timestamptz(3);
      UPDATE meeting_series
        SET revised_at = created_at, by_weekday = preset IS NOT NULL AND rule LIKE '%BYDAY=%';
      CREATE INDEX ix_meeting_series_split_from_id ON meeting_series (split_from_id);

      -- Changed before this was kept: that it differs from its series is the only trace.
      UPDATE meeting AS m SET changed_by_hand = array_remove(ARRAY[
        CASE WHEN m.chosen_start <> m.recurrence_start THEN 'START' END,
        CASE WHEN m.title <> s.title THEN 'TITLE' END,
        CASE WHEN m.duration_minutes <> s.duration_minutes THEN 'DURATION' END,
        CASE WHEN m.join_url IS DISTINCT FROM s.join_url THEN 'JOIN_URL' END,
        CASE WHEN m.chosen_audience NOT IN (s.chosen_audience, 'TAKEN_DOWN') THEN 'AUDIENCE' END,
        CASE WHEN m.status = 'CANCELLED' THEN 'STATUS' END
      ], NULL) FROM meeting_series AS s WHERE s.id = m.series_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting DROP changed_by_hand;
      ALTER TABLE meeting_series DROP version, DROP sequence, DROP revised_at, DROP by_weekday,
        DROP split_from_id, DROP cancelled_at;
    `);
  }
}
