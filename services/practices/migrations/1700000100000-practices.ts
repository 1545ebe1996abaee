import type { MigrationInterface, QueryRunner } from "typeorm";

/** Practices with their organisations, the types, and what is kept of organisations. */
export class Practices1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id text NOT NULL,
        version bigint NOT NULL,
        audience text NOT NULL,
        organisations text[] NOT NULL,
        networks text[] NOT NULL,
        identifier_keys text[] NOT NULL,
        name_keys text[] NOT NULL,
        countries text[] NOT NULL,
        CONSTRAINT pk_organisation PRIMARY KEY (id)
      );
      CREATE INDEX ix_organisation_identifier_keys ON organisation USING gin (identifier_keys);
      CREATE INDEX ix_organisation_name_keys ON organisation USING gin (name_keys);

      CREATE TABLE practice_type (
        id text NOT NULL,
        label text NOT NULL,
        position integer NOT NULL,
        CONSTRAINT pk_practice_type PRIMARY KEY (id)
      );

      CREATE TABLE practice (
        id text NOT NULL,
        audience text NOT NULL,
        organisations text[] NOT NULL,
        networks text[] NOT NULL,
        title text NOT NULL,
        title_key text NOT NULL,
        summary text NOT NULL,
        type_id text,
        language text,
        objectives integer[] NOT NULL,
        guiding_principles text[] NOT NULL,
        sdgs integer[] NOT NULL,
        countries text[] NOT NULL,
        start_date date,
        end_date date,
        state text NOT NULL,
        published_at timestamptz(3),
        steward text,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_practice PRIMARY KEY (id),
        CONSTRAINT fk_practice_type_id FOREIGN KEY (type_id) REFERENCES practice_type (id),
        CONSTRAINT ck_practice_state
          CHECK (state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'PUBLISHED', 'WITHDRAWN')),
        CONSTRAINT ck_practice_objectives CHECK (cardinality(objectives) > 0),
        CONSTRAINT ck_practice_published_at
          CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL))
      );
      CREATE INDEX ix_practice_title_key ON practice (title_key);
      CREATE INDEX ix_practice_type_id ON practice (type_id);
      CREATE INDEX ix_practice_recency ON practice (coalesce(published_at, created_at), id);
      CREATE INDEX ix_practice_objectives ON practice USING gin (objectives);
      CREATE INDEX ix_practice_guiding_principles ON practice USING gin (guiding_principles);
      CREATE INDEX ix_practice_sdgs ON practice USING gin (sdgs);
      CREATE INDEX ix_practice_countries ON practice USING gin (countries);
      CREATE INDEX ix_practice_organisations ON practice USING gin (organisations);

      CREATE TABLE practice_organisation (
        practice_id text NOT NULL,
        organisation_id text NOT NULL,
        role text NOT NULL,
        position integer NOT NULL,
        CONSTRAINT pk_practice_organisation PRIMARY KEY (practice_id, organisation_id),
        CONSTRAINT fk_practice_organisation_practice_id FOREIGN KEY (practice_id)
          REFERENCES practice (id) ON DELETE CASCADE,
        CONSTRAINT ck_practice_organisation_role CHECK (role IN ('IMPLEMENTER', 'PARTNER'))
      );
      CREATE INDEX ix_practice_organisation_organisation_id_practice_id
        ON practice_organisation (organisation_id, practice_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE practice_organisation, practice, practice_type, organisation`);
  }
}
