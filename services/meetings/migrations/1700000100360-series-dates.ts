import type { MigrationInterface, QueryRunner } from "typeorm";

/** Dates beside the rule of a series, and those on which it does not meet. */
export class SeriesDates1700000100360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting_series
        ADD extra_starts text[] NOT NULL DEFAULT '{}',
        ADD excluded_dates text[] NOT NULL DEFAULT '{}',
        ADD skips_holidays_of text[] NOT NULL DEFAULT '{}',
        ADD keeps_dates_free boolean NOT NULL DEFAULT false,
        ADD skipped jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting_series DROP extra_starts, DROP excluded_dates, DROP skips_holidays_of,
        DROP keeps_dates_free, DROP skipped`);
  }
}
