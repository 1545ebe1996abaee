import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is proposed for agendas, and what waits in the backlog of a series. */
export class AgendaProposals1700000100415 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda_proposal (
        id text NOT NULL,
        meeting_id text,
        series_id text,
        state text NOT NULL,
        title text NOT NULL,
        explanation text,
        purpose text,
        minutes_asked integer NOT NULL,
        objective_number integer,
        practice_id text,
        proposer_id text,
        organisation_id text,
        chatham_house boolean NOT NULL DEFAULT false,
        reason text,
        item_id text,
        carried_from_id text,
        created_at timestamptz(3) NOT NULL,
        decided_at timestamptz(3),
        CONSTRAINT pk_agenda_proposal PRIMARY KEY (id),
        CONSTRAINT uq_agenda_proposal_item_id UNIQUE (item_id),
        CONSTRAINT uq_agenda_proposal_carried_from_id UNIQUE (carried_from_id),
        CONSTRAINT ck_agenda_proposal_place CHECK (meeting_id IS NOT NULL OR series_id IS NOT NULL),
        CONSTRAINT fk_agenda_proposal_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE,
        CONSTRAINT fk_agenda_proposal_series_id FOREIGN KEY (series_id)
          REFERENCES meeting_series (id) ON DELETE CASCADE,
        CONSTRAINT fk_agenda_proposal_item_id FOREIGN KEY (item_id)
          REFERENCES agenda_item (id) ON DELETE SET NULL
      );
      CREATE INDEX ix_agenda_proposal_meeting_id_id ON agenda_proposal (meeting_id, id);
      CREATE INDEX ix_agenda_proposal_series_id_id ON agenda_proposal (series_id, id);
      CREATE INDEX ix_agenda_proposal_proposer_id ON agenda_proposal (proposer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE agenda_proposal");
  }
}
