import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is standing on agendas, what became of their items, and what goes on to the next meeting. */
export class CarryOver1700000100320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agenda_item
        ADD outcome text,
        ADD standing text,
        ADD carried_from_id text,
        ADD approves_minutes_of_id text,
        ADD CONSTRAINT uq_agenda_item_carried_from_id UNIQUE (carried_from_id),
        ADD CONSTRAINT uq_agenda_item_meeting_id_standing UNIQUE (meeting_id, standing);
      ALTER TABLE minutes
        ADD carried_at timestamptz(3),
        ADD carried_to_id text;

      CREATE TABLE action_carry (
        id text NOT NULL,
        action_id text NOT NULL,
        from_meeting_id text NOT NULL,
        to_meeting_id text NOT NULL,
        carried_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_action_carry PRIMARY KEY (id),
        CONSTRAINT uq_action_carry_action_id_to_meeting_id UNIQUE (action_id, to_meeting_id),
        CONSTRAINT fk_action_carry_action_id FOREIGN KEY (action_id)
          REFERENCES action (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_action_carry_to_meeting_id ON action_carry (to_meeting_id);

      CREATE TABLE agenda_template (
        id text NOT NULL,
        place_id text NOT NULL,
        language text NOT NULL,
        items jsonb NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_agenda_template PRIMARY KEY (id),
        CONSTRAINT uq_agenda_template_place_id UNIQUE (place_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE agenda_template, action_carry;
      ALTER TABLE minutes DROP carried_at, DROP carried_to_id;
      ALTER TABLE agenda_item
        DROP outcome, DROP standing, DROP carried_from_id, DROP approves_minutes_of_id;
    `);
  }
}
