import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which times the seats of a group can make. */
export class Polls1700000100300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE poll (
        id text NOT NULL,
        group_id text,
        network_id text,
        audience text NOT NULL,
        organisations text[] NOT NULL,
        networks text[] NOT NULL,
        convener_audience text NOT NULL,
        chosen_audience text NOT NULL,
        title text NOT NULL,
        time_zone text NOT NULL,
        duration_minutes integer NOT NULL,
        deadline timestamptz(3) NOT NULL,
        status text NOT NULL,
        quorum integer,
        shows_answers boolean NOT NULL,
        meeting_audience text NOT NULL,
        join_url text,
        meeting_id text,
        created_at timestamptz(3) NOT NULL,
        closed_at timestamptz(3),
        CONSTRAINT pk_poll PRIMARY KEY (id),
        CONSTRAINT ck_poll_convener CHECK (group_id IS NOT NULL),
        CONSTRAINT fk_poll_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE SET NULL
      );
      CREATE INDEX ix_poll_group_id_id ON poll (group_id, id);
      CREATE INDEX ix_poll_network_id ON poll (network_id);
      CREATE INDEX ix_poll_meeting_id ON poll (meeting_id);

      CREATE TABLE poll_slot (
        id text NOT NULL,
        poll_id text NOT NULL,
        chosen_start text NOT NULL,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_poll_slot PRIMARY KEY (id),
        CONSTRAINT uq_poll_slot_poll_id_starts_at UNIQUE (poll_id, starts_at),
        CONSTRAINT fk_poll_slot_poll_id FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE
      );

      CREATE TABLE poll_invitation (
        id text NOT NULL,
        poll_id text NOT NULL,
        organisation_id text,
        person_id text,
        is_required boolean NOT NULL,
        answered_at timestamptz(3),
        answered_by text,
        CONSTRAINT pk_poll_invitation PRIMARY KEY (id),
        CONSTRAINT uq_poll_invitation_poll_id_organisation_id UNIQUE (poll_id, organisation_id),
        CONSTRAINT uq_poll_invitation_poll_id_person_id UNIQUE (poll_id, person_id),
        CONSTRAINT ck_poll_invitation_who CHECK (num_nonnulls(organisation_id, person_id) = 1),
        CONSTRAINT fk_poll_invitation_poll_id FOREIGN KEY (poll_id)
          REFERENCES poll (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_poll_invitation_organisation_id ON poll_invitation (organisation_id);
      CREATE INDEX ix_poll_invitation_person_id ON poll_invitation (person_id);
      CREATE INDEX ix_poll_invitation_answered_by ON poll_invitation (answered_by);

      CREATE TABLE poll_answer (
        id text NOT NULL,
        invitation_id text NOT NULL,
        slot_id text NOT NULL,
        choice text NOT NULL,
        CONSTRAINT pk_poll_answer PRIMARY KEY (id),
        CONSTRAINT uq_poll_answer_invitation_id_slot_id UNIQUE (invitation_id, slot_id),
        CONSTRAINT fk_poll_answer_invitation_id FOREIGN KEY (invitation_id)
          REFERENCES poll_invitation (id) ON DELETE CASCADE,
        CONSTRAINT fk_poll_answer_slot_id FOREIGN KEY (slot_id)
          REFERENCES poll_slot (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_poll_answer_slot_id ON poll_answer (slot_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE poll_answer, poll_invitation, poll_slot, poll");
  }
}
