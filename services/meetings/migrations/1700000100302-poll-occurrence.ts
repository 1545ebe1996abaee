import type { MigrationInterface, QueryRunner } from "typeorm";

/** A poll may ask for the time of a meeting that is there, such as the next one of a series. */
export class PollOccurrence1700000100302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE poll ADD COLUMN moves_id text;
      ALTER TABLE poll ADD CONSTRAINT fk_poll_moves_id FOREIGN KEY (moves_id)
        REFERENCES meeting (id) ON DELETE SET NULL;
      CREATE INDEX ix_poll_moves_id ON poll (moves_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE poll DROP COLUMN moves_id");
  }
}
