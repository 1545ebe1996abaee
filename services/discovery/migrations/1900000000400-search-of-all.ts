import type { MigrationInterface, QueryRunner } from "typeorm";

/** More is kept of what these services tell: their feeds are read anew from the start. */
const READ_AGAIN = `
  DELETE FROM feed_position WHERE source IN ('meetings', 'practices', 'working-groups');
  DELETE FROM feed_refusal WHERE source IN ('meetings', 'practices', 'working-groups');
  DELETE FROM practice_document;
  DELETE FROM working_group_document;
  DELETE FROM meeting_document;
  DELETE FROM meeting_series_document;
`;

/** Practices, groups, meetings and series are found by their words, as organisations are. */
export class SearchOfAll1900000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ_AGAIN);
    await runner.query(`
      ALTER TABLE practice_document ADD COLUMN sort_name text NOT NULL,
        ADD COLUMN search_text text NOT NULL, ADD COLUMN language text;
      ALTER TABLE working_group_document ADD COLUMN code text NOT NULL,
        ADD COLUMN sort_name text NOT NULL, ADD COLUMN search_text text NOT NULL;
      ALTER TABLE meeting_document ADD COLUMN sort_name text NOT NULL;
      ALTER TABLE meeting_series_document ADD COLUMN sort_name text NOT NULL,
        ADD COLUMN group_id text, ADD COLUMN network_id text;
      CREATE INDEX ix_practice_document_search_text
        ON practice_document USING gin (search_text gin_trgm_ops);
      CREATE INDEX ix_working_group_document_search_text
        ON working_group_document USING gin (search_text gin_trgm_ops);
      CREATE INDEX ix_meeting_document_sort_name
        ON meeting_document USING gin (sort_name gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_practice_document_search_text, ix_working_group_document_search_text,
        ix_meeting_document_sort_name;
      ALTER TABLE practice_document DROP COLUMN sort_name, DROP COLUMN search_text,
        DROP COLUMN language;
      ALTER TABLE working_group_document DROP COLUMN code, DROP COLUMN sort_name,
        DROP COLUMN search_text;
      ALTER TABLE meeting_document DROP COLUMN sort_name;
      ALTER TABLE meeting_series_document DROP COLUMN sort_name, DROP COLUMN group_id,
        DROP COLUMN network_id;
    `);
  }
}
