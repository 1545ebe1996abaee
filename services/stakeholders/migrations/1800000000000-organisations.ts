import type { MigrationInterface, QueryRunner } from "typeorm";

/** The vocabularies of the Compact, and the organisations that carry it out. */
export class Organisations1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFERENCE);
    await runner.query(ORGANISATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE organisation_identifier, organisation, review_event, region, sector,
        stakeholder_category, sustainable_development_goal, guiding_principle, objective,
        round_table;
    `);
  }
}

const STATUS = `('FOUND', 'GENERAL', 'INFERRED', 'EDITORIAL', 'PROPOSAL')`;

const REFERENCE = `
  CREATE TABLE round_table (
    number integer NOT NULL,
    title text NOT NULL,
    title_status text NOT NULL,
    objectives_status text NOT NULL,
    CONSTRAINT pk_round_table PRIMARY KEY (number),
    CONSTRAINT ck_round_table_title_status CHECK (title_status IN ${STATUS})
  );
  CREATE TABLE objective (
    number integer NOT NULL,
    title text NOT NULL,
    short_title text NOT NULL,
    round_table_number integer NOT NULL,
    CONSTRAINT pk_objective PRIMARY KEY (number),
    CONSTRAINT fk_objective_round_table_number
      FOREIGN KEY (round_table_number) REFERENCES round_table (number)
  );
  CREATE TABLE guiding_principle (
    letter text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    summary text NOT NULL,
    CONSTRAINT pk_guiding_principle PRIMARY KEY (letter)
  );
  CREATE TABLE sustainable_development_goal (
    number integer NOT NULL,
    title text NOT NULL,
    short_title text NOT NULL,
    migration_targets jsonb NOT NULL,
    CONSTRAINT pk_sustainable_development_goal PRIMARY KEY (number)
  );
  CREATE TABLE stakeholder_category (
    id text NOT NULL,
    position integer NOT NULL,
    label text NOT NULL,
    is_in_paragraph44 boolean NOT NULL,
    definition text,
    iati_organisation_type text,
    hrinfo_organization_type integer,
    schema_org_type text,
    CONSTRAINT pk_stakeholder_category PRIMARY KEY (id)
  );
  CREATE TABLE sector (
    id text NOT NULL,
    label text NOT NULL,
    CONSTRAINT pk_sector PRIMARY KEY (id)
  );
  CREATE TABLE region (
    id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT pk_region PRIMARY KEY (id),
    CONSTRAINT ck_region_kind CHECK (kind IN ('REGIONAL_COMMISSION', 'UN_GROUP', 'HUB_REGION'))
  );
  CREATE TABLE review_event (
    id text NOT NULL,
    kind text NOT NULL,
    round integer NOT NULL,
    commission_id text,
    start_date date NOT NULL,
    end_date date NOT NULL,
    place text,
    stakeholder_hearing jsonb,
    status text NOT NULL,
    CONSTRAINT pk_review_event PRIMARY KEY (id),
    CONSTRAINT ck_review_event_kind CHECK (kind IN ('REGIONAL_REVIEW', 'IMRF')),
    CONSTRAINT ck_review_event_status CHECK (status IN ${STATUS}),
    CONSTRAINT fk_review_event_commission_id FOREIGN KEY (commission_id) REFERENCES region (id)
  );
`;

const ORGANISATION = `
  CREATE TABLE organisation (
    id text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    names jsonb NOT NULL,
    acronym text,
    category_id text,
    countries text[] NOT NULL,
    areas jsonb NOT NULL,
    objective_numbers integer[] NOT NULL,
    sectors text[] NOT NULL,
    languages text[] NOT NULL,
    website text,
    description text,
    last_confirmed_on date,
    audience text NOT NULL,
    networks text[] NOT NULL,
    created_at timestamptz(3) NOT NULL,
    updated_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    CONSTRAINT ck_organisation_audience
      CHECK (audience IN ('PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY')),
    CONSTRAINT ck_organisation_name_key CHECK (name_key <> ''),
    CONSTRAINT fk_organisation_category_id
      FOREIGN KEY (category_id) REFERENCES stakeholder_category (id)
  );
  CREATE INDEX ix_organisation_name_key_id ON organisation (name_key, id);
  CREATE INDEX ix_organisation_category_id ON organisation (category_id);
  CREATE INDEX ix_organisation_countries ON organisation USING gin (countries);
  CREATE INDEX ix_organisation_objectives ON organisation USING gin (objective_numbers);
  CREATE INDEX ix_organisation_sectors ON organisation USING gin (sectors);

  CREATE TABLE organisation_identifier (
    scheme text NOT NULL,
    value text NOT NULL,
    organisation_id text NOT NULL,
    CONSTRAINT pk_organisation_identifier PRIMARY KEY (scheme, value),
    CONSTRAINT ck_organisation_identifier_scheme CHECK (scheme = lower(scheme)),
    CONSTRAINT fk_organisation_identifier_organisation_id
      FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX uq_organisation_identifier_value
    ON organisation_identifier (scheme, lower(value));
  CREATE INDEX ix_organisation_identifier_organisation_id
    ON organisation_identifier (organisation_id);
`;
