import type { MigrationInterface, QueryRunner } from "typeorm";

/** What groups plan to do, and by when: workplans with activities, and milestones. */
export class Workplans1900000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workplan (
        id text NOT NULL,
        group_id text NOT NULL,
        title text NOT NULL,
        start_date date NOT NULL,
        end_date date NOT NULL,
        CONSTRAINT pk_workplan PRIMARY KEY (id),
        CONSTRAINT fk_workplan_group_id FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT ck_workplan_dates CHECK (end_date >= start_date)
      );
      CREATE INDEX ix_workplan_group_id ON workplan (group_id);

      CREATE TABLE activity (
        id text NOT NULL,
        group_id text NOT NULL,
        workplan_id text NOT NULL,
        title text NOT NULL,
        description text,
        start_date date NOT NULL,
        due_date date NOT NULL,
        status text NOT NULL,
        organisation_id text,
        CONSTRAINT pk_activity PRIMARY KEY (id),
        CONSTRAINT fk_activity_group_id FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT fk_activity_workplan_id FOREIGN KEY (workplan_id) REFERENCES workplan (id),
        CONSTRAINT ck_activity_dates CHECK (due_date >= start_date),
        CONSTRAINT ck_activity_status CHECK (status IN ('YET_TO_START', 'ONGOING', 'COMPLETED'))
      );
      CREATE INDEX ix_activity_group_id ON activity (group_id);
      CREATE INDEX ix_activity_workplan_id ON activity (workplan_id);

      CREATE TABLE milestone (
        id text NOT NULL,
        group_id text NOT NULL,
        title text NOT NULL,
        due_date date NOT NULL,
        status text NOT NULL,
        CONSTRAINT pk_milestone PRIMARY KEY (id),
        CONSTRAINT fk_milestone_group_id FOREIGN KEY (group_id) REFERENCES working_group (id),
        CONSTRAINT ck_milestone_status CHECK (status IN ('OPEN', 'REACHED', 'DROPPED'))
      );
      CREATE INDEX ix_milestone_group_id ON milestone (group_id);

      CREATE TABLE milestone_change (
        id text NOT NULL,
        milestone_id text NOT NULL,
        title text NOT NULL,
        due_date date NOT NULL,
        status text NOT NULL,
        reason text,
        person_id text,
        at timestamptz(3) NOT NULL,
        CONSTRAINT pk_milestone_change PRIMARY KEY (id),
        CONSTRAINT fk_milestone_change_milestone_id
          FOREIGN KEY (milestone_id) REFERENCES milestone (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_milestone_change_milestone_id ON milestone_change (milestone_id);
      CREATE TRIGGER milestone_change_is_kept BEFORE UPDATE OR DELETE ON milestone_change
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE milestone_change, milestone, activity, workplan");
  }
}
