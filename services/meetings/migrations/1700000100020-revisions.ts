import type { MigrationInterface, QueryRunner } from "typeorm";

/** Calendars tell the newer of two versions of a meeting by them (RFC 5545, SEQUENCE and DTSTAMP). */
export class Revisions1700000100020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting
        ADD sequence integer NOT NULL DEFAULT 0,
        ADD revised_at timestamptz(3) NOT NULL DEFAULT now();
      UPDATE meeting SET revised_at = created_at;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE meeting DROP COLUMN sequence, DROP COLUMN revised_at");
  }
}
