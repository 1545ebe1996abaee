import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * All that is told of a tie stands in an index from its source, and where it leads in one from its
 * target: hundreds of ties of one thing are then read from a few pages that lie side by side. Whose a
 * tie is may be longer than an index takes: those that not everybody sees, which are few, have
 * indexes of their own and are read from the table.
 */
export class TiesFromIndexes1900000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ix_tie_source ON tie (source_id, kind, target_id)
        INCLUDE (id, label, holds, start_date, end_date, audience);
      CREATE INDEX ix_tie_target ON tie (target_id, kind, source_id)
        INCLUDE (holds, start_date, end_date, audience);
      CREATE INDEX ix_tie_source_closed ON tie (source_id) WHERE audience <> 'PUBLIC';
      CREATE INDEX ix_tie_target_closed ON tie (target_id) WHERE audience <> 'PUBLIC';
      DROP INDEX ix_tie_source_id_kind, ix_tie_source_id_target_id, ix_tie_target_id_kind;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ix_tie_source_id_kind ON tie (source_id, kind);
      CREATE INDEX ix_tie_source_id_target_id ON tie (source_id, target_id);
      CREATE INDEX ix_tie_target_id_kind ON tie (target_id, kind);
      DROP INDEX ix_tie_source, ix_tie_target, ix_tie_source_closed, ix_tie_target_closed;
    `);
  }
}
