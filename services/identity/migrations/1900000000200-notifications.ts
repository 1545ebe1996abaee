import type { MigrationInterface, QueryRunner } from "typeorm";

/** How people want to be written to, and what waits to be mailed. */
export class Notifications1900000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_setting (
        account_id text NOT NULL,
        time_zone text NOT NULL,
        frequencies jsonb NOT NULL,
        CONSTRAINT pk_notification_setting PRIMARY KEY (account_id),
        CONSTRAINT fk_notification_setting_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE TABLE notification (
        id text NOT NULL,
        account_id text NOT NULL,
        kind text NOT NULL,
        item jsonb NOT NULL,
        notice_id text NOT NULL,
        due_at timestamptz(3) NOT NULL,
        mailing text,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_notification PRIMARY KEY (id),
        CONSTRAINT fk_notification_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_notification_account_id_due_at ON notification (account_id, due_at);
      CREATE TABLE notice (
        id text NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT pk_notice PRIMARY KEY (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE notice, notification, notification_setting");
  }
}
