import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who has changed to whom somebody is shown: rows that are added, and go with the person alone. */
export class AudienceChanges1800000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audience_change (
        id text NOT NULL,
        person_id text NOT NULL,
        before text NOT NULL,
        after text NOT NULL,
        changed_by text,
        changed_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_audience_change PRIMARY KEY (id),
        CONSTRAINT fk_audience_change_person_id
          FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_audience_change_person_id ON audience_change (person_id);
      ALTER TABLE person ADD COLUMN listing_version bigint;

      -- A foreign key that takes a row along does so within a trigger of its own.
      CREATE FUNCTION refuse_audience_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'Changes of an audience are added, and never changed';
      END $$;
      CREATE TRIGGER audience_change_is_kept BEFORE UPDATE OR DELETE ON audience_change
        FOR EACH ROW EXECUTE FUNCTION refuse_audience_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person DROP COLUMN listing_version;
      DROP TABLE audience_change;
      DROP FUNCTION refuse_audience_change();
    `);
  }
}
