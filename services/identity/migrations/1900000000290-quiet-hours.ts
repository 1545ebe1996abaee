import type { MigrationInterface, QueryRunner } from "typeorm";

/** When nobody wants mail. A zone that nobody chose was kept as UTC: their night is not known. */
export class QuietHours1900000000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification_setting
        ALTER COLUMN time_zone DROP NOT NULL,
        ADD COLUMN quiet_from text DEFAULT '21:00',
        ADD COLUMN quiet_until text DEFAULT '07:00',
        ADD CONSTRAINT ck_notification_setting_quiet
          CHECK ((quiet_from IS NULL) = (quiet_until IS NULL));
      ALTER TABLE notification_setting
        ALTER COLUMN quiet_from DROP DEFAULT,
        ALTER COLUMN quiet_until DROP DEFAULT;
      UPDATE notification_setting SET time_zone = NULL WHERE time_zone = 'UTC';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notification_setting SET time_zone = 'UTC' WHERE time_zone IS NULL;
      ALTER TABLE notification_setting
        ALTER COLUMN time_zone SET NOT NULL,
        DROP COLUMN quiet_from,
        DROP COLUMN quiet_until;
    `);
  }
}
