import type { MigrationInterface, QueryRunner } from "typeorm";

/** For which seat somebody comes, and as what; and by which charters a group meets. */
export class SeatAttendance1700000100410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attendance ADD seat_id text, ADD sat_as text;
      CREATE INDEX ix_attendance_seat_id ON attendance (seat_id);
      DROP INDEX uq_attendance_who;
      CREATE UNIQUE INDEX uq_attendance_who ON attendance
        (meeting_id, organisation_id, coalesce(person_id, ''), coalesce(seat_id, ''));

      ALTER TABLE seat_replica ADD on_behalf_of text;
      ALTER TABLE working_group_replica ADD charters jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE working_group_replica ALTER charters DROP DEFAULT;
    `);
    // What was told before is told again: neither was listened to.
    await runner.query(`
      UPDATE seat_replica SET version = 0;
      UPDATE working_group_replica SET version = 0;
      DELETE FROM feed_position WHERE source = 'working-groups';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE working_group_replica DROP charters;
      ALTER TABLE seat_replica DROP on_behalf_of;
      DELETE FROM attendance AS one USING attendance AS other
        WHERE one.meeting_id = other.meeting_id AND one.organisation_id = other.organisation_id
          AND one.person_id IS NOT DISTINCT FROM other.person_id AND one.id > other.id;
      DROP INDEX uq_attendance_who;
      ALTER TABLE attendance DROP seat_id, DROP sat_as;
      CREATE UNIQUE INDEX uq_attendance_who
        ON attendance (meeting_id, organisation_id, coalesce(person_id, ''));
    `);
  }
}
