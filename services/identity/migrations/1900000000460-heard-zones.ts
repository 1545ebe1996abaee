import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whether the zone of somebody's mail is only that of the hours at which they can meet. */
export class HeardZones1900000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification_setting ADD COLUMN is_time_zone_heard boolean NOT NULL DEFAULT false;
      ALTER TABLE notification_setting ALTER COLUMN is_time_zone_heard DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE notification_setting DROP COLUMN is_time_zone_heard");
  }
}
