import type { MigrationInterface, QueryRunner } from "typeorm";

/** What people want to be told of when it comes: the only rows here that no feed tells. */
export class SavedSearches1800000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_search (
        id text NOT NULL,
        owner_id text NOT NULL,
        name text NOT NULL,
        text text,
        filter jsonb,
        seeker_id text,
        context text,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_saved_search PRIMARY KEY (id)
      );
      CREATE INDEX ix_saved_search_owner_id ON saved_search (owner_id);
      CREATE TABLE saved_search_hit (
        search_id text NOT NULL,
        organisation_id text NOT NULL,
        found_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_saved_search_hit PRIMARY KEY (search_id, organisation_id)
      );
      CREATE TABLE search_notice (
        id text NOT NULL,
        search_id text NOT NULL,
        owner_id text NOT NULL,
        title text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_search_notice PRIMARY KEY (id)
      );
      CREATE INDEX ix_search_notice_search_id ON search_notice (search_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE search_notice, saved_search_hit, saved_search");
  }
}
