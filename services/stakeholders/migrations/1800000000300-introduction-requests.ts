import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who has asked to be introduced to whom, and what came of it. */
export class IntroductionRequests1800000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE introduction_request (
        id text NOT NULL,
        author_id text NOT NULL,
        seeker_id text NOT NULL,
        over_id text NOT NULL,
        target_id text NOT NULL,
        text text NOT NULL,
        state text NOT NULL,
        withheld_from text[] NOT NULL,
        created_at timestamptz(3) NOT NULL,
        passed_on_at timestamptz(3),
        decided_at timestamptz(3),
        followed_up_at timestamptz(3),
        seeker_outcome text,
        target_outcome text,
        CONSTRAINT pk_introduction_request PRIMARY KEY (id),
        CONSTRAINT ck_introduction_request_state
          CHECK (state IN ('ASKED', 'PASSED_ON', 'ACCEPTED', 'DECLINED'))
      );
      CREATE INDEX ix_introduction_request_author_id_created_at
        ON introduction_request (author_id, created_at);
      CREATE INDEX ix_introduction_request_seeker_id ON introduction_request (seeker_id);
      CREATE INDEX ix_introduction_request_over_id ON introduction_request (over_id);
      CREATE INDEX ix_introduction_request_target_id ON introduction_request (target_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE introduction_request");
  }
}
