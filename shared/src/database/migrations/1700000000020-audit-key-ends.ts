import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Keys of the audit log end with every row that is deleted, also where very many are at once, and
 * that they have ended is a record. Those that had before are told of now.
 */
export class AuditKeyEnds1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WRITTEN);
    await runner.query(`
      INSERT INTO audit_pending (entity, action, total, is_whole, before)
      SELECT 'audit_key', 'DELETE', count(*), false, jsonb_agg(subject ORDER BY subject)
      FROM audit_key WHERE secret IS NULL HAVING count(*) > 0
    `);
  }

  /** What the triggers leave in addition is not looked at by an older version. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * As before, one row for each statement: its rows up to 200, beyond that their ids, up to 5,000. Of
 * what is deleted also in `after`, however many, the values whose keys end with it.
 */
const WRITTEN = `
  CREATE OR REPLACE FUNCTION audit_written() RETURNS trigger LANGUAGE plpgsql
  SET search_path FROM CURRENT AS $$
  DECLARE
    unrecorded constant text[] := TG_ARGV[0]::text[];
    ends constant text[] := TG_ARGV[1]::text[];
    total bigint;
    is_whole boolean;
    earlier jsonb;
    later jsonb;
  BEGIN
    IF TG_OP = 'DELETE' THEN SELECT count(*) INTO total FROM earlier_rows;
    ELSE SELECT count(*) INTO total FROM later_rows; END IF;
    IF total = 0 THEN RETURN NULL; END IF;
    is_whole := total <= 200;
    IF is_whole THEN
      IF TG_OP <> 'INSERT' THEN
        SELECT jsonb_agg(to_jsonb(r) - unrecorded) INTO earlier FROM earlier_rows r;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        SELECT jsonb_agg(to_jsonb(r) - unrecorded) INTO later FROM later_rows r;
      END IF;
      IF earlier = later THEN RETURN NULL; END IF;
    ELSIF total <= 5000 THEN
      IF TG_OP = 'DELETE' THEN
        SELECT jsonb_agg(to_jsonb(r) -> 'id') INTO earlier FROM earlier_rows r;
      ELSE
        SELECT jsonb_agg(to_jsonb(r) -> 'id') INTO later FROM later_rows r;
      END IF;
    END IF;
    IF TG_OP = 'DELETE' AND NOT is_whole AND ends <> '{}' THEN
      SELECT jsonb_agg(to_jsonb(r) -> ended.part) INTO later
      FROM earlier_rows r, unnest(ends) AS ended (part);
    END IF;
    INSERT INTO audit_pending (asking, entity, action, total, is_whole, before, after)
    VALUES (nullif(current_setting('convene.asking', true), '')::jsonb,
      TG_TABLE_NAME, TG_OP, total, is_whole, earlier, later);
    RETURN NULL;
  END $$;
`;
