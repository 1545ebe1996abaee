import type { MigrationInterface, QueryRunner } from "typeorm";

/** The rest of what organisations were by the day; of what was told before, as it is now. */
export class WholeProfiles1900000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE organisation_document AS d SET profiles = (
        SELECT jsonb_agg(jsonb_build_object('areas', d.areas, 'areaNames', d.area_names,
          'sectors', d.sectors, 'languages', d.languages, 'needs', d.needs, 'offers', d.offers)
          || profile ORDER BY place)
        FROM jsonb_array_elements(d.profiles) WITH ORDINALITY AS told (profile, place)
      ) WHERE d.profiles <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE organisation_document AS d SET profiles = (
        SELECT jsonb_agg(
          profile - ARRAY['areas', 'areaNames', 'sectors', 'languages', 'needs', 'offers']
          ORDER BY place)
        FROM jsonb_array_elements(d.profiles) WITH ORDINALITY AS told (profile, place)
      ) WHERE d.profiles <> '[]';
    `);
  }
}
