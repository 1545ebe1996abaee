import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * For how much of the world networks are: guessed from their countries, until the feed, which is
 * read anew from the start, has said it of each.
 */
export class KindsOfNetworks1900000000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM feed_position WHERE source = 'stakeholders';
      ALTER TABLE network_document ADD COLUMN kind text NOT NULL DEFAULT 'GLOBAL';
      ALTER TABLE network_document ALTER COLUMN kind DROP DEFAULT;
      UPDATE network_document SET version = 0, kind = CASE cardinality(countries)
        WHEN 0 THEN 'GLOBAL' WHEN 1 THEN 'COUNTRY' ELSE 'REGIONAL' END;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE network_document DROP COLUMN kind");
  }
}
