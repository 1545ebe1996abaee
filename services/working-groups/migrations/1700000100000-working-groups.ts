import type { MigrationInterface, QueryRunner } from "typeorm";

/** Groups and seats, what is kept of stakeholders, and the reference list of the UN Network. */
export class WorkingGroups1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE working_group (
        id text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        description text,
        workplan text,
        objective_numbers integer[] NOT NULL,
        state text NOT NULL,
        network_id text,
        audience text NOT NULL,
        organisations text[] NOT NULL,
        networks text[] NOT NULL,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_working_group PRIMARY KEY (id),
        CONSTRAINT ck_working_group_state
          CHECK (state IN ('PROPOSED', 'CHARTERED', 'ACTIVE', 'DORMANT', 'CONCLUDED'))
      );
      CREATE UNIQUE INDEX uq_working_group_code
        ON working_group (coalesce(network_id, ''), lower(code));
      CREATE INDEX ix_working_group_order ON working_group (lower(code), id);
      CREATE INDEX ix_working_group_objectives ON working_group USING gin (objective_numbers);
      CREATE INDEX ix_working_group_network_id ON working_group (network_id);

      CREATE TABLE seat (
        id text NOT NULL,
        group_id text NOT NULL,
        organisation_id text NOT NULL,
        delegate_id text,
        alternate_id text,
        on_behalf_of text,
        role text NOT NULL,
        start_date date NOT NULL,
        end_date date,
        CONSTRAINT pk_seat PRIMARY KEY (id),
        CONSTRAINT fk_seat_group_id FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT ck_seat_role CHECK (role IN ('CO_LEAD', 'MEMBER', 'OBSERVER')),
        CONSTRAINT ck_seat_dates CHECK (end_date >= start_date),
        CONSTRAINT ck_seat_people CHECK (delegate_id <> alternate_id)
      );
      CREATE UNIQUE INDEX uq_seat_open
        ON seat (group_id, organisation_id, lower(coalesce(on_behalf_of, '')))
        WHERE end_date IS NULL;
      CREATE INDEX ix_seat_group_id ON seat (group_id);
      CREATE INDEX ix_seat_organisation_id ON seat (organisation_id);
      CREATE INDEX ix_seat_delegate_id ON seat (delegate_id);
      CREATE INDEX ix_seat_alternate_id ON seat (alternate_id);

      CREATE TABLE unnm_workplan (
        code text NOT NULL,
        label text NOT NULL,
        start_year integer NOT NULL,
        end_year integer NOT NULL,
        basis text,
        status text NOT NULL,
        status_note text,
        CONSTRAINT pk_unnm_workplan PRIMARY KEY (code)
      );
      CREATE TABLE unnm_group (
        code text NOT NULL,
        position integer NOT NULL,
        workplan_code text NOT NULL,
        kind text NOT NULL,
        name text,
        objective_numbers integer[] NOT NULL,
        co_leads text[] NOT NULL,
        co_leads_status text NOT NULL,
        co_leads_as_of text,
        members text[] NOT NULL,
        members_as_of text,
        status text NOT NULL,
        status_note text,
        source text,
        CONSTRAINT pk_unnm_group PRIMARY KEY (code),
        CONSTRAINT fk_unnm_group_workplan_code
          FOREIGN KEY (workplan_code) REFERENCES unnm_workplan (code)
      );
      CREATE INDEX ix_unnm_group_workplan_code ON unnm_group (workplan_code);
    `);
    for (const table of ["organisation", "person", "network"]) {
      await runner.query(`
        CREATE TABLE ${table} (
          id text NOT NULL,
          version bigint NOT NULL,
          audience text NOT NULL,
          organisations text[] NOT NULL,
          networks text[] NOT NULL,
          CONSTRAINT pk_${table} PRIMARY KEY (id)
        )`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE unnm_group, unnm_workplan, seat, working_group, organisation, person, network",
    );
  }
}
