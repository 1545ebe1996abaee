import type { MigrationInterface, QueryRunner } from "typeorm";

/** More is kept of what the feeds tell: the read model is read anew from their start. */
const READ_AGAIN = `
  DELETE FROM feed_position;
  DELETE FROM feed_refusal;
  TRUNCATE organisation_document, person_document, network_document,
    working_group_document, meeting_document, meeting_series_document, practice_document,
    agenda_item_replica, tie;
`;

/** What graph queries look up, and what was computed of the network. */
export class GraphQueries1800000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ_AGAIN);
    await runner.query(`
      ALTER TABLE practice_document ADD COLUMN countries text[] NOT NULL;
      ALTER TABLE network_document ADD COLUMN countries text[] NOT NULL;
      ALTER TABLE working_group_document ADD COLUMN objectives integer[] NOT NULL,
        ADD COLUMN state text NOT NULL, ADD COLUMN network_id text,
        ADD COLUMN needs jsonb NOT NULL;
      CREATE INDEX ix_meeting_document_attended ON meeting_document USING gin (attended);
      CREATE INDEX ix_meeting_document_convener
        ON meeting_document (coalesce(group_id, network_id));
      CREATE INDEX ix_tie_source_id_target_id ON tie (source_id, target_id);
      CREATE TABLE network_analysis (
        key text NOT NULL,
        fingerprint text NOT NULL,
        computed_at timestamptz(3) NOT NULL,
        numbers jsonb NOT NULL,
        CONSTRAINT pk_network_analysis PRIMARY KEY (key)
      );
      CREATE INDEX ix_network_analysis_computed_at ON network_analysis (computed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_meeting_document_attended, ix_meeting_document_convener,
        ix_tie_source_id_target_id;
      ALTER TABLE practice_document DROP COLUMN countries;
      ALTER TABLE network_document DROP COLUMN countries;
      ALTER TABLE working_group_document DROP COLUMN objectives, DROP COLUMN state,
        DROP COLUMN network_id, DROP COLUMN needs;
      DROP TABLE network_analysis;
    `);
  }
}
