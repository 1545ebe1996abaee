import type { MigrationInterface, QueryRunner } from "typeorm";

/** What people have agreed to, and withdrawn: rows that are added, and go with the account alone. */
export class Consents1900000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent (
        id text NOT NULL,
        account_id text NOT NULL,
        kind text NOT NULL,
        version text,
        given boolean NOT NULL,
        means text NOT NULL,
        user_agent text,
        recorded_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_consent PRIMARY KEY (id),
        CONSTRAINT ck_consent_kind CHECK (kind IN ('PRIVACY_NOTICE', 'PUBLIC_LISTING')),
        CONSTRAINT ck_consent_means CHECK (means IN ('PAGE', 'GRAPH', 'INVITATION')),
        CONSTRAINT fk_consent_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_consent_account_id_id ON consent (account_id, id);

      -- A foreign key that takes a row along does so within a trigger of its own.
      CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'Consents are added, and never changed';
      END $$;
      CREATE TRIGGER consent_is_kept BEFORE UPDATE OR DELETE ON consent
        FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE consent; DROP FUNCTION refuse_consent_change()");
  }
}
