import type { MigrationInterface, QueryRunner } from "typeorm";

/** What graph queries look up, and what was computed of the network. */
export class GraphQueries1800000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      DROP TABLE network_analysis;
    `);
  }
}
