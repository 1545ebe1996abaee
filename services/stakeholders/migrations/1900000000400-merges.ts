import { MERGE_TABLES } from "@convene/shared/merge/merge-tables";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations that turned out to be the same, and what was moved from one to the other. */
export class Merges1900000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation ADD COLUMN merged_into_id text,
        ADD CONSTRAINT fk_organisation_merged_into_id
          FOREIGN KEY (merged_into_id) REFERENCES organisation (id);
      CREATE INDEX ix_organisation_merged_into_id ON organisation (merged_into_id);
      CREATE TABLE organisation_merge (
        id text NOT NULL,
        from_id text NOT NULL,
        into_id text NOT NULL,
        from_name text NOT NULL,
        network_id text,
        merged_by_id text NOT NULL,
        merged_at timestamptz(3) NOT NULL,
        undone_by_id text,
        undone_at timestamptz(3),
        CONSTRAINT pk_organisation_merge PRIMARY KEY (id),
        CONSTRAINT fk_organisation_merge_from_id FOREIGN KEY (from_id) REFERENCES organisation (id),
        CONSTRAINT fk_organisation_merge_into_id FOREIGN KEY (into_id) REFERENCES organisation (id)
      );
      CREATE INDEX ix_organisation_merge_into_id_id ON organisation_merge (into_id, id);
      CREATE UNIQUE INDEX uq_organisation_merge_standing ON organisation_merge (from_id)
        WHERE undone_at IS NULL;
      ${MERGE_TABLES}
      CREATE INDEX ix_organisation_name_key_likeness
        ON organisation USING gin (name_key gin_trgm_ops);
      CREATE INDEX ix_organisation_website_host ON organisation (
        regexp_replace(split_part(split_part(lower(website), '://', 2), '/', 1), '^www\\.', ''));
      CREATE INDEX ix_organisation_identifier_lower_value
        ON organisation_identifier (lower(value));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_organisation_name_key_likeness, ix_organisation_website_host,
        ix_organisation_identifier_lower_value;
      DROP TABLE moved_edge, standing_merge, organisation_merge;
      ALTER TABLE organisation DROP COLUMN merged_into_id;
    `);
  }
}
