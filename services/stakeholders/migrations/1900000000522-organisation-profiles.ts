import type { MigrationInterface, QueryRunner } from "typeorm";

/** What organisations worked on and where, and since when; of before this, as it is now. */
export class OrganisationProfiles1900000000522 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation_profile (
        organisation_id text NOT NULL,
        since date NOT NULL,
        category_id text,
        countries text[] NOT NULL,
        objective_numbers integer[] NOT NULL,
        CONSTRAINT pk_organisation_profile PRIMARY KEY (organisation_id, since),
        CONSTRAINT fk_organisation_profile_organisation_id
          FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
      );
      INSERT INTO organisation_profile (organisation_id, since, category_id, countries, objective_numbers)
        SELECT id, (created_at AT TIME ZONE 'UTC')::date, category_id, countries, objective_numbers
        FROM organisation;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE organisation_profile");
  }
}
