import type { MigrationInterface, QueryRunner } from "typeorm";

/** Meetings are told with who has replied, and with what is to be done: those of before are told anew. */
export class RepliesTold1700000100430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE outbox AS told SET version = told.version + 1, txid = pg_current_xact_id(),
        position = nextval('outbox_position'),
        payload = told.payload || jsonb_build_object(
          'replied', CASE WHEN m.chatham_house THEN '[]' ELSE (
            SELECT coalesce(jsonb_agg(DISTINCT organisation_id), '[]') FROM attendance
            WHERE meeting_id = m.id AND status <> 'INVITED') END,
          'openActions', (SELECT coalesce(jsonb_agg(due_on), '[]') FROM action
            WHERE meeting_id = m.id AND state IN ('OPEN', 'IN_PROGRESS')))
      FROM meeting AS m
      WHERE told.type = 'Meeting' AND told.id = m.id AND told.payload IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "UPDATE outbox SET payload = payload - 'replied' - 'openActions' WHERE type = 'Meeting'",
    );
  }
}
