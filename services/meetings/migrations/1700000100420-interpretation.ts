import type { MigrationInterface, QueryRunner } from "typeorm";

/** From and into which languages people need interpretation. */
export class Interpretation1700000100420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interpretation_need (
        id text NOT NULL,
        person_id text NOT NULL,
        meeting_id text,
        into_languages text[] NOT NULL,
        from_languages text[] NOT NULL,
        recorded_by_id text NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_interpretation_need PRIMARY KEY (id),
        CONSTRAINT fk_interpretation_need_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX uq_interpretation_need_of
        ON interpretation_need (person_id, coalesce(meeting_id, ''));
      CREATE INDEX ix_interpretation_need_meeting_id ON interpretation_need (meeting_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE interpretation_need");
  }
}
