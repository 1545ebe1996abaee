import type { MigrationInterface, QueryRunner } from "typeorm";

/** The organisation that a saved filter names, so that it moves when it is merged. */
export class FiltersOfSearches1900000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE saved_search ADD COLUMN related_to_id text;
      UPDATE saved_search SET related_to_id = filter->'relatedTo'->>'organisation'
        WHERE filter IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE saved_search DROP COLUMN related_to_id");
  }
}
