import type { MigrationInterface, QueryRunner } from "typeorm";

const KEY = (table: string) =>
  `id text NOT NULL, version bigint NOT NULL, CONSTRAINT pk_${table} PRIMARY KEY (id)`;
const PROTECTED = `audience text NOT NULL, organisations text[] NOT NULL, networks text[] NOT NULL`;

/** One table for each kind that the feeds tell of, one for all ties, and a view of all documents. */
export class ReadModel1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORGANISATIONS);
    await runner.query(OTHER_KINDS);
    await runner.query(TIES);
    await runner.query(DOCUMENT_VIEW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW document;
      DROP TABLE organisation_document, organisation_term, person_document, network_document,
        working_group_document, meeting_document, meeting_series_document, practice_document,
        agenda_item_replica, tie;
    `);
  }
}

const ORGANISATIONS = `
  CREATE TABLE organisation_document (
    ${KEY("organisation_document")}, ${PROTECTED},
    name text NOT NULL,
    sort_name text NOT NULL,
    names text[] NOT NULL,
    acronym text,
    category text,
    identifiers text[] NOT NULL,
    countries text[] NOT NULL,
    areas text[] NOT NULL,
    area_names text[] NOT NULL,
    objectives integer[] NOT NULL,
    sectors text[] NOT NULL,
    languages text[] NOT NULL,
    last_confirmed_on date,
    created_at timestamptz(3) NOT NULL,
    search_text text NOT NULL
  );
  CREATE INDEX ix_organisation_document_objectives ON organisation_document USING gin (objectives);
  CREATE INDEX ix_organisation_document_countries ON organisation_document USING gin (countries);
  CREATE INDEX ix_organisation_document_areas ON organisation_document USING gin (areas);
  CREATE INDEX ix_organisation_document_sectors ON organisation_document USING gin (sectors);
  CREATE INDEX ix_organisation_document_languages ON organisation_document USING gin (languages);
  CREATE INDEX ix_organisation_document_identifiers
    ON organisation_document USING gin (identifiers);
  CREATE INDEX ix_organisation_document_search_text
    ON organisation_document USING gin (search_text gin_trgm_ops);
  CREATE INDEX ix_organisation_document_sort_name_id ON organisation_document (sort_name, id);
  CREATE INDEX ix_organisation_document_audience ON organisation_document (audience);
  CREATE INDEX ix_organisation_document_category ON organisation_document (category);

  CREATE TABLE organisation_term (
    organisation_id text NOT NULL, facet text NOT NULL, value text NOT NULL,
    is_public boolean NOT NULL,
    CONSTRAINT pk_organisation_term PRIMARY KEY (organisation_id, facet, value)
  );
  CREATE INDEX ix_organisation_term_value
    ON organisation_term (facet, value, is_public, organisation_id);
`;

const OTHER_KINDS = `
  CREATE TABLE person_document (${KEY("person_document")}, ${PROTECTED});
  CREATE TABLE network_document (${KEY("network_document")}, ${PROTECTED}, name text NOT NULL);
  CREATE TABLE working_group_document (
    ${KEY("working_group_document")}, ${PROTECTED}, name text NOT NULL
  );
  CREATE TABLE meeting_series_document (${KEY("meeting_series_document")}, ${PROTECTED});
  CREATE TABLE meeting_document (
    ${KEY("meeting_document")}, ${PROTECTED},
    group_id text,
    network_id text,
    starts_at timestamptz(3) NOT NULL,
    status text NOT NULL,
    attended text[] NOT NULL
  );
  CREATE INDEX ix_meeting_document_starts_at ON meeting_document (starts_at);
  CREATE TABLE practice_document (
    ${KEY("practice_document")}, ${PROTECTED},
    title text NOT NULL,
    objectives integer[] NOT NULL,
    state text NOT NULL,
    published_at timestamptz(3)
  );
  CREATE INDEX ix_practice_document_objectives ON practice_document USING gin (objectives);
  CREATE TABLE agenda_item_replica (${KEY("agenda_item_replica")}, meeting_id text NOT NULL);
`;

const TIES = `
  CREATE TABLE tie (
    ${KEY("tie")}, ${PROTECTED},
    aggregate_id text NOT NULL,
    kind text NOT NULL,
    label text NOT NULL,
    source_id text NOT NULL,
    target_id text NOT NULL,
    holds boolean NOT NULL,
    start_date date,
    end_date date
  );
  CREATE INDEX ix_tie_source_id_kind ON tie (source_id, kind);
  CREATE INDEX ix_tie_target_id_kind ON tie (target_id, kind);
  CREATE INDEX ix_tie_aggregate_id ON tie (aggregate_id);
`;

const DOCUMENTS: Readonly<Record<string, string>> = {
  Organisation: "organisation_document",
  Person: "person_document",
  Network: "network_document",
  WorkingGroup: "working_group_document",
  MeetingSeries: "meeting_series_document",
  Meeting: "meeting_document",
  Practice: "practice_document",
};

/** Everything that a tie may end in, or that has a page of its own, and who may see it. */
const DOCUMENT_VIEW = `CREATE VIEW document AS ${Object.entries(DOCUMENTS)
  .map(
    ([kind, table]) =>
      `SELECT '${kind}' AS kind, id, audience, organisations, networks FROM ${table}`,
  )
  .join(" UNION ALL ")}`;
