import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the health of groups is told by, beside what was known of them already. */
export class GroupHealth1900000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE milestone_document (
        id text NOT NULL,
        version bigint NOT NULL,
        group_id text NOT NULL,
        due_date date NOT NULL,
        status text NOT NULL,
        CONSTRAINT pk_milestone_document PRIMARY KEY (id)
      );
      CREATE INDEX ix_milestone_document_group_id ON milestone_document (group_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE milestone_document");
  }
}
