import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who hosts and chairs the meetings of a series, by turns, and who does so at each meeting. */
export class Rotations1700000100510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rotation (
        id text NOT NULL,
        series_id text NOT NULL,
        role text NOT NULL,
        every integer NOT NULL,
        co_leads boolean NOT NULL,
        since text NOT NULL,
        taken integer NOT NULL DEFAULT 0,
        last_id text,
        CONSTRAINT pk_rotation PRIMARY KEY (id),
        CONSTRAINT uq_rotation_series_id_role UNIQUE (series_id, role),
        CONSTRAINT fk_rotation_series_id FOREIGN KEY (series_id)
          REFERENCES meeting_series (id) ON DELETE CASCADE
      );
      CREATE TABLE rotation_holder (
        id text NOT NULL,
        series_id text NOT NULL,
        role text NOT NULL,
        position integer NOT NULL,
        holder_id text NOT NULL,
        CONSTRAINT pk_rotation_holder PRIMARY KEY (id),
        CONSTRAINT uq_rotation_holder_series_id_role_position UNIQUE (series_id, role, position),
        CONSTRAINT fk_rotation_holder_series_id FOREIGN KEY (series_id)
          REFERENCES meeting_series (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_rotation_holder_holder_id ON rotation_holder (holder_id);
      CREATE TABLE meeting_turn (
        id text NOT NULL,
        meeting_id text NOT NULL,
        role text NOT NULL,
        holder_id text NOT NULL,
        is_by_hand boolean NOT NULL,
        CONSTRAINT pk_meeting_turn PRIMARY KEY (id),
        CONSTRAINT uq_meeting_turn_meeting_id_role UNIQUE (meeting_id, role),
        CONSTRAINT fk_meeting_turn_meeting_id FOREIGN KEY (meeting_id)
          REFERENCES meeting (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_meeting_turn_holder_id ON meeting_turn (holder_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE meeting_turn; DROP TABLE rotation_holder; DROP TABLE rotation");
  }
}
