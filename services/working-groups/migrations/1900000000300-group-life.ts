import type { MigrationInterface, QueryRunner } from "typeorm";

/** Steps of groups' lives, and versions of their charters: rows that are added, and go with the group. */
export class GroupLife1900000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_transition (
        id text NOT NULL,
        group_id text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        reason text,
        person_id text,
        at timestamptz(3) NOT NULL,
        CONSTRAINT pk_group_transition PRIMARY KEY (id),
        CONSTRAINT fk_group_transition_group_id
          FOREIGN KEY (group_id) REFERENCES working_group (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_group_transition_group_id ON group_transition (group_id);

      CREATE TABLE charter (
        id text NOT NULL,
        group_id text NOT NULL,
        version integer NOT NULL,
        purpose text NOT NULL,
        needs jsonb NOT NULL,
        quorum jsonb,
        languages text[] NOT NULL,
        interpretation text[] NOT NULL,
        reason text,
        person_id text,
        adopted_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_charter PRIMARY KEY (id),
        CONSTRAINT fk_charter_group_id
          FOREIGN KEY (group_id) REFERENCES working_group (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX ix_charter_group_id_version ON charter (group_id, version);
      ALTER TABLE working_group ADD COLUMN charter_version integer, ADD COLUMN quorum jsonb;

      -- A foreign key that takes a row along does so within a trigger of its own.
      CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'The history of a group is added to, and never changed';
      END $$;
      CREATE TRIGGER group_transition_is_kept
        BEFORE UPDATE OR DELETE ON group_transition
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
      CREATE TRIGGER charter_is_kept BEFORE UPDATE OR DELETE ON charter
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE charter, group_transition;
      ALTER TABLE working_group DROP COLUMN charter_version, DROP COLUMN quorum;
      DROP FUNCTION refuse_change_of_history();
    `);
  }
}
