import type { MigrationInterface, QueryRunner } from "typeorm";

/** A search for things of all types can be saved as well: what it finds is not organisations alone. */
export class SearchesOfAll1900000000452 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE saved_search ADD COLUMN types text[];
      ALTER TABLE saved_search_hit RENAME COLUMN organisation_id TO found_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM saved_search_hit WHERE found_id NOT LIKE 'org\\_%';
      DELETE FROM saved_search WHERE types IS NOT NULL;
      ALTER TABLE saved_search DROP COLUMN types;
      ALTER TABLE saved_search_hit RENAME COLUMN found_id TO organisation_id;
    `);
  }
}
