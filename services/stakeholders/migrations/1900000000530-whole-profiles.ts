import type { MigrationInterface, QueryRunner } from "typeorm";

/** The rest of what an organisation was by the day; of before this, as it is now. */
export class WholeProfiles1900000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_profile ADD COLUMN areas jsonb, ADD COLUMN sectors text[],
        ADD COLUMN languages text[], ADD COLUMN needs text[], ADD COLUMN offers text[];
      UPDATE organisation_profile AS p SET areas = o.areas, sectors = o.sectors,
        languages = o.languages, needs = o.needs, offers = o.offers
        FROM organisation AS o WHERE o.id = p.organisation_id;
      ALTER TABLE organisation_profile ALTER COLUMN areas SET NOT NULL,
        ALTER COLUMN sectors SET NOT NULL, ALTER COLUMN languages SET NOT NULL,
        ALTER COLUMN needs SET NOT NULL, ALTER COLUMN offers SET NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation_profile DROP COLUMN areas, DROP COLUMN sectors,
        DROP COLUMN languages, DROP COLUMN needs, DROP COLUMN offers;
    `);
  }
}
