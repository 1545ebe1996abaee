import type { MigrationInterface, QueryRunner } from "typeorm";

/** What graph queries look up: who was at which meeting, and whose meeting it was. */
export class GraphQueries1800000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ix_meeting_document_attended ON meeting_document USING gin (attended);
      CREATE INDEX ix_meeting_document_convener
        ON meeting_document (coalesce(group_id, network_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_meeting_document_attended, ix_meeting_document_convener`);
  }
}
