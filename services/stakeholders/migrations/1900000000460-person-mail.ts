import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where people read mail who have no account. */
export class PersonMail1900000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN mail_address text, ADD COLUMN mail_language text,
        ADD COLUMN mail_time_zone text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE person DROP COLUMN mail_address, DROP COLUMN mail_language, DROP COLUMN mail_time_zone",
    );
  }
}
