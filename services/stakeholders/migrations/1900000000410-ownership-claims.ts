import type { MigrationInterface, QueryRunner } from "typeorm";

/** People say that they answer for organisations of which nobody does. */
export class OwnershipClaims1900000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ownership_claim (
        id text NOT NULL,
        organisation_id text NOT NULL,
        person_id text NOT NULL,
        evidence text NOT NULL,
        evidence_url text,
        state text NOT NULL,
        reply text,
        decided_by_id text,
        created_at timestamptz(3) NOT NULL,
        decided_at timestamptz(3),
        CONSTRAINT pk_ownership_claim PRIMARY KEY (id),
        CONSTRAINT fk_ownership_claim_organisation_id
          FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT ck_ownership_claim_state CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED'))
      );
      CREATE INDEX ix_ownership_claim_organisation_id ON ownership_claim (organisation_id);
      CREATE INDEX ix_ownership_claim_person_id_created_at
        ON ownership_claim (person_id, created_at);
      CREATE UNIQUE INDEX uq_ownership_claim_open ON ownership_claim (organisation_id, person_id)
        WHERE state = 'OPEN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE ownership_claim");
  }
}
