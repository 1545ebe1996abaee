import type { MigrationInterface, QueryRunner } from "typeorm";

const KEY = (table: string) =>
  `id text NOT NULL, version bigint NOT NULL, CONSTRAINT pk_${table} PRIMARY KEY (id)`;
const PROTECTED = `audience text NOT NULL, organisations text[] NOT NULL, networks text[] NOT NULL`;
const DATED = `start_date date, end_date date`;

/** One table for each kind that the feeds tell of, and two views over all of them. */
export class ReadModel1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORGANISATIONS);
    await runner.query(OTHER_KINDS);
    await runner.query(TIES);
    await runner.query(DOCUMENT_VIEW);
    await runner.query(TIE_VIEW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW tie, document;
      DROP TABLE organisation_document, person_document, network_document, working_group_document,
        meeting_document, meeting_series_document, practice_document, network_member_replica,
        relationship_replica, seat_replica, agenda_item_replica;
    `);
  }
}

const ORGANISATIONS = `
  CREATE TABLE organisation_document (
    ${KEY("organisation_document")}, ${PROTECTED},
    name text NOT NULL,
    sort_name text NOT NULL,
    acronym text,
    category text,
    identifiers text[] NOT NULL,
    countries text[] NOT NULL,
    areas text[] NOT NULL,
    objectives integer[] NOT NULL,
    sectors text[] NOT NULL,
    languages text[] NOT NULL,
    last_confirmed_on date,
    created_at timestamptz(3) NOT NULL,
    search_text text NOT NULL
  );
  CREATE INDEX ix_organisation_document_objectives ON organisation_document USING gin (objectives);
  CREATE INDEX ix_organisation_document_countries ON organisation_document USING gin (countries);
  CREATE INDEX ix_organisation_document_sectors ON organisation_document USING gin (sectors);
  CREATE INDEX ix_organisation_document_identifiers
    ON organisation_document USING gin (identifiers);
  CREATE INDEX ix_organisation_document_networks ON organisation_document USING gin (networks);
  CREATE INDEX ix_organisation_document_search_text
    ON organisation_document USING gin (search_text gin_trgm_ops);
  CREATE INDEX ix_organisation_document_sort_name_id ON organisation_document (sort_name, id);
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
    starts_at timestamptz(3) NOT NULL,
    status text NOT NULL,
    attended text[] NOT NULL
  );
  CREATE INDEX ix_meeting_document_attended ON meeting_document USING gin (attended);
  CREATE TABLE practice_document (
    ${KEY("practice_document")}, ${PROTECTED},
    title text NOT NULL,
    objectives integer[] NOT NULL,
    implementers text[] NOT NULL,
    partners text[] NOT NULL,
    published_at timestamptz(3),
    ${DATED}
  );
  CREATE INDEX ix_practice_document_implementers ON practice_document USING gin (implementers);
  CREATE INDEX ix_practice_document_partners ON practice_document USING gin (partners);
`;

const TIES = `
  CREATE TABLE network_member_replica (
    ${KEY("network_member_replica")},
    network_id text NOT NULL, organisation_id text, role text NOT NULL, ${DATED}
  );
  CREATE INDEX ix_network_member_replica_network_id ON network_member_replica (network_id);
  CREATE INDEX ix_network_member_replica_organisation_id
    ON network_member_replica (organisation_id);
  CREATE TABLE relationship_replica (
    ${KEY("relationship_replica")}, ${PROTECTED},
    type text NOT NULL, source_id text NOT NULL, target_id text NOT NULL, status text NOT NULL,
    ${DATED}
  );
  CREATE INDEX ix_relationship_replica_source_id ON relationship_replica (source_id);
  CREATE INDEX ix_relationship_replica_target_id ON relationship_replica (target_id);
  CREATE TABLE seat_replica (
    ${KEY("seat_replica")},
    group_id text NOT NULL, organisation_id text NOT NULL, role text NOT NULL, ${DATED}
  );
  CREATE INDEX ix_seat_replica_group_id ON seat_replica (group_id);
  CREATE INDEX ix_seat_replica_organisation_id ON seat_replica (organisation_id);
  CREATE TABLE agenda_item_replica (${KEY("agenda_item_replica")}, meeting_id text NOT NULL);
`;

/** Everything that has a page of its own, and who may see it. */
const DOCUMENT_VIEW = `
  CREATE VIEW document AS
    SELECT 'Organisation' AS kind, id, audience, organisations, networks FROM organisation_document
    UNION ALL SELECT 'Person', id, audience, organisations, networks FROM person_document
    UNION ALL SELECT 'Network', id, audience, organisations, networks FROM network_document
    UNION ALL SELECT 'WorkingGroup', id, audience, organisations, networks
      FROM working_group_document
    UNION ALL SELECT 'MeetingSeries', id, audience, organisations, networks
      FROM meeting_series_document
    UNION ALL SELECT 'Meeting', id, audience, organisations, networks FROM meeting_document
    UNION ALL SELECT 'Practice', id, audience, organisations, networks FROM practice_document;
`;

/**
 * Every tie that holds or held, once; what is only proposed is none yet. A tie is as visible as itself and both of its ends: ties that
 * carry no audience of their own are public here, and their ends decide.
 */
const TIE_VIEW = `
  CREATE VIEW tie AS
    SELECT id, 'RELATIONSHIP' AS kind, type AS label, source_id, target_id, start_date, end_date,
      audience, organisations, networks FROM relationship_replica
      WHERE status = 'CONFIRMED' OR (status = 'ENDED' AND end_date IS NOT NULL)
    UNION ALL
    SELECT id, 'SEAT', role, organisation_id, group_id, start_date, end_date,
      'PUBLIC', '{}'::text[], '{}'::text[] FROM seat_replica
    UNION ALL
    SELECT id, 'NETWORK_MEMBERSHIP', role, organisation_id, network_id, start_date, end_date,
      'PUBLIC', '{}'::text[], '{}'::text[] FROM network_member_replica
      WHERE organisation_id IS NOT NULL
    UNION ALL
    SELECT practice_document.id || '+' || organisation, 'PRACTICE', 'IMPLEMENTER', organisation,
      practice_document.id, start_date, NULL::date, audience, organisations, networks
      FROM practice_document, unnest(implementers) AS organisation
    UNION ALL
    SELECT practice_document.id || '-' || organisation, 'PRACTICE', 'PARTNER', organisation,
      practice_document.id, start_date, NULL::date, audience, organisations, networks
      FROM practice_document, unnest(partners) AS organisation;
`;
