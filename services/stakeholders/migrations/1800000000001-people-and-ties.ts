import type { MigrationInterface, QueryRunner } from "typeorm";

/** People with their roles, networks with their members, relationships between organisations. */
export class PeopleAndTies1800000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(NETWORKS);
    await runner.query(RELATIONSHIPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE relationship, network_member, network, role, person`);
  }
}

const AUDIENCES = `('PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY')`;

const PEOPLE = `
  CREATE TABLE person (
    id text NOT NULL,
    audience text NOT NULL,
    organisations text[] NOT NULL,
    networks text[] NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    about text,
    role_organisations text[] NOT NULL,
    keeper_id text,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT ck_person_audience CHECK (audience IN ${AUDIENCES}),
    CONSTRAINT fk_person_keeper_id
      FOREIGN KEY (keeper_id) REFERENCES organisation (id) ON DELETE SET NULL
  );
  CREATE INDEX ix_person_name_key_id ON person (name_key, id);
  CREATE INDEX ix_person_keeper_id ON person (keeper_id);

  CREATE TABLE role (
    id text NOT NULL,
    organisation_id text NOT NULL,
    person_id text,
    title text,
    access text,
    start_date date NOT NULL,
    end_date date,
    CONSTRAINT pk_role PRIMARY KEY (id),
    CONSTRAINT ck_role_access CHECK (access IN ('OWNER', 'EDITOR', 'DELEGATE')),
    CONSTRAINT ck_role_dates CHECK (end_date >= start_date),
    CONSTRAINT fk_role_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_role_person_id
      FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
  );
  CREATE INDEX ix_role_organisation_order ON role (organisation_id, start_date DESC, id DESC);
  CREATE INDEX ix_role_person_order ON role (person_id, start_date DESC, id DESC);
`;

const NETWORKS = `
  CREATE TABLE network (
    id text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    kind text NOT NULL,
    countries text[] NOT NULL,
    description text,
    audience text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_network PRIMARY KEY (id),
    CONSTRAINT ck_network_audience CHECK (audience IN ${AUDIENCES}),
    CONSTRAINT ck_network_kind CHECK (kind IN ('COUNTRY', 'REGIONAL', 'GLOBAL'))
  );
  CREATE INDEX ix_network_name_key_id ON network (name_key, id);

  CREATE TABLE network_member (
    id text NOT NULL,
    network_id text NOT NULL,
    organisation_id text,
    person_id text,
    role text NOT NULL,
    start_date date NOT NULL,
    end_date date,
    CONSTRAINT pk_network_member PRIMARY KEY (id),
    CONSTRAINT ck_network_member_role
      CHECK (role IN ('SECRETARIAT', 'HOST', 'MEMBER', 'OBSERVER')),
    CONSTRAINT ck_network_member_who CHECK (num_nonnulls(organisation_id, person_id) = 1),
    CONSTRAINT ck_network_member_dates CHECK (end_date >= start_date),
    CONSTRAINT fk_network_member_network_id FOREIGN KEY (network_id) REFERENCES network (id),
    CONSTRAINT fk_network_member_organisation_id
      FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_network_member_person_id FOREIGN KEY (person_id) REFERENCES person (id)
  );
  CREATE INDEX ix_network_member_order ON network_member (network_id, start_date, id);
  CREATE INDEX ix_network_member_organisation_id ON network_member (organisation_id);
  CREATE INDEX ix_network_member_person_id ON network_member (person_id);
`;

const RELATIONSHIPS = `
  CREATE TABLE relationship (
    id text NOT NULL,
    type text NOT NULL,
    source_id text NOT NULL,
    target_id text NOT NULL,
    status text NOT NULL,
    start_date date,
    end_date date,
    known_from text,
    proposer_id text,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_relationship PRIMARY KEY (id),
    CONSTRAINT ck_relationship_type CHECK (type IN ('IMPLEMENTS_FOR', 'FUNDS', 'PARTNER',
      'MEMBER_OF_UMBRELLA', 'PARENT_OF', 'HOSTS', 'ACTS_ON_BEHALF_OF')),
    CONSTRAINT ck_relationship_status CHECK (status IN ('PROPOSED', 'CONFIRMED', 'ENDED')),
    CONSTRAINT ck_relationship_ends CHECK (source_id <> target_id),
    CONSTRAINT ck_relationship_dates CHECK (end_date >= start_date),
    CONSTRAINT ck_relationship_proposer
      CHECK ((status = 'PROPOSED') = (proposer_id IS NOT NULL)),
    CONSTRAINT fk_relationship_source_id FOREIGN KEY (source_id) REFERENCES organisation (id),
    CONSTRAINT fk_relationship_target_id FOREIGN KEY (target_id) REFERENCES organisation (id)
  );
  CREATE UNIQUE INDEX uq_relationship_open ON relationship (type, source_id, target_id)
    WHERE status <> 'ENDED';
  CREATE INDEX ix_relationship_source_id ON relationship (source_id);
  CREATE INDEX ix_relationship_target_id ON relationship (target_id);
`;
