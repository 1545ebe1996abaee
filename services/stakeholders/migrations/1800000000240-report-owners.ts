import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Whose what was reported is, who decided as a moderator, and what is seen of it by those who
 * decide. Reports of before are the moderators' alone.
 */
export class ReportOwners1800000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report ADD COLUMN owners text[] NOT NULL DEFAULT '{}',
        ADD COLUMN is_moderators boolean NOT NULL DEFAULT false;
      UPDATE report SET networks = '{}', is_moderators = state <> 'OPEN';
      UPDATE report SET owners = ARRAY[about] WHERE left(about, 4) IN ('org_', 'per_', 'net_');
      UPDATE report SET owners = ARRAY[r.source_id, r.target_id]
        FROM relationship AS r WHERE r.id = about;
      UPDATE report SET owners = ARRAY[COALESCE(w.group_id, w.network_id)]
        FROM content AS c JOIN content AS w ON w.id = COALESCE(c.part_of, c.id)
        WHERE c.id = about AND COALESCE(w.group_id, w.network_id) IS NOT NULL;
      UPDATE report SET owners = c.organisations
        FROM content AS c WHERE c.id = about AND left(about, 4) = 'prc_';
      ALTER TABLE report ALTER COLUMN owners DROP DEFAULT;
      ALTER TABLE content ADD COLUMN excerpt text;
      -- All of it is told again, now with its words.
      DELETE FROM content;
      DELETE FROM feed_position WHERE source IN ('working-groups', 'meetings', 'practices');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report DROP COLUMN owners, DROP COLUMN is_moderators;
      ALTER TABLE content DROP COLUMN excerpt;
    `);
  }
}
