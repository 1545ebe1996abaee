import type { EntityManager } from "typeorm";
import type { LandscapeRows } from "./landscape.value.ts";

const PROTECTED = "audience, organisations, networks";

/** How far each feed has been followed: as long as it stays, nothing here changes. */
const STATE = `SELECT coalesce(string_agg(source || ' ' || position, ',' ORDER BY source), '') AS state
  FROM feed_position`;

const ORGANISATIONS = `SELECT id, name, ${PROTECTED}, countries, needs, offers, area_names AS "areaNames",
    last_confirmed_on::text AS "lastConfirmedOn",
    json_build_object('objectives', objectives::text[], 'sectors', sectors, 'areas', areas,
      'languages', languages) AS profile
  FROM organisation_document`;

const PLACES = `SELECT id, name, ${PROTECTED} FROM working_group_document
  UNION ALL SELECT id, name, ${PROTECTED} FROM network_document`;

const PRACTICES = `SELECT id, title AS name, ${PROTECTED}, objectives,
    coalesce(published_at::text, '') AS "publishedAt"
  FROM practice_document WHERE state = 'PUBLISHED'`;

const TIES = `SELECT kind, label, source_id AS source, target_id AS target, ${PROTECTED},
    start_date::text AS "startDate", end_date::text AS "endDate"
  FROM tie WHERE holds ORDER BY id`;

/** Reads what the landscape is made of. */
export class LandscapeRepository {
  constructor(private readonly manager: EntityManager) {}

  async state(): Promise<string> {
    return stateOf(this.manager);
  }

  /** All of it as of one moment, and the state then. */
  load(): Promise<{ state: string; rows: LandscapeRows }> {
    return this.manager.transaction("REPEATABLE READ", async (manager) => ({
      state: await stateOf(manager),
      rows: {
        organisations: await manager.query(ORGANISATIONS),
        places: await manager.query(PLACES),
        practices: await manager.query(PRACTICES),
        ties: await manager.query(TIES),
      },
    }));
  }
}

async function stateOf(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ state: string }[]>(STATE);
  return row?.state ?? "";
}
