import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where people read mail who have no account, and what waits to be mailed to them. */
export class PersonMail1900000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_mail (
        id text NOT NULL,
        version bigint NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        language text,
        time_zone text,
        CONSTRAINT pk_person_mail PRIMARY KEY (id)
      );
      CREATE INDEX ix_person_mail_address ON person_mail (address);
      CREATE TABLE person_news (
        id text NOT NULL,
        person_id text NOT NULL,
        notice_id text NOT NULL,
        item jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_person_news PRIMARY KEY (id)
      );
      CREATE INDEX ix_person_news_person_id ON person_news (person_id);
      CREATE INDEX ix_person_news_notice_id ON person_news (notice_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE person_news, person_mail");
  }
}
