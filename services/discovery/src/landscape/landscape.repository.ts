import type { EntityManager } from "typeorm";
import { KeptOnce } from "./kept-once.value.ts";
import type { LandscapeTie } from "./landscape-tie.value.ts";
import type {
  LandscapeOrganisation,
  LandscapeRows,
  Place,
  PublishedPractice,
  TiedEnds,
} from "./landscape.value.ts";

/** So many rows are in memory as they were read, before what they say is kept. */
const PAGE = 5_000;

const OPEN = "DECLARE landscape NO SCROLL CURSOR FOR";
const NEXT = `FETCH ${PAGE} FROM landscape`;

/** Whose a record is says nothing where everybody sees it, and there are very many of those. */
const UNLESS_PUBLIC = (column: string) =>
  `CASE WHEN audience = 'PUBLIC' THEN '{}' ELSE ${column} END AS ${column}`;
const PROTECTED = `audience, ${UNLESS_PUBLIC("organisations")}, ${UNLESS_PUBLIC("networks")}`;

/** How far each feed has been followed: as long as it stays, nothing here changes. */
const STATE = `SELECT coalesce(string_agg(source || ' ' || position, ',' ORDER BY source), '') AS state
  FROM feed_position`;

const ORGANISATIONS = `${OPEN} SELECT id, name, ${PROTECTED}, countries, needs, offers, area_names AS "areaNames",
    last_confirmed_on::text AS "lastConfirmedOn", is_open_to_partners AS "isOpenToPartners",
    json_build_object('objectives', objectives::text[], 'sectors', sectors, 'areas', areas,
      'languages', languages) AS profile
  FROM organisation_document`;

const PLACES = `${OPEN} SELECT id, name, ${PROTECTED} FROM working_group_document
  UNION ALL SELECT id, name, ${PROTECTED} FROM network_document`;

const PRACTICES = `${OPEN} SELECT id, title AS name, ${PROTECTED}, objectives,
    coalesce(published_at::text, '') AS "publishedAt"
  FROM practice_document WHERE state = 'PUBLISHED'`;

const TIES = `${OPEN} SELECT kind, label, source_id AS source, target_id AS target, ${PROTECTED},
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
    return this.manager.transaction("REPEATABLE READ", async (manager) => {
      const kept = new KeptOnce();
      return {
        state: await stateOf(manager),
        rows: {
          organisations: await read(
            manager,
            ORGANISATIONS,
            (row) => kept.row(row) as LandscapeOrganisation,
          ),
          places: await read(manager, PLACES, (row) => kept.row(row) as Place),
          practices: await read(manager, PRACTICES, (row) => kept.row(row) as PublishedPractice),
          ties: await read(manager, TIES, (row) => tied(row, kept)),
        },
      };
    });
  }
}

type Row = Record<string, unknown>;

/** By pages of a cursor: rows as they are read take several times as much as what is kept. */
async function read<T>(manager: EntityManager, open: string, keep: (row: Row) => T): Promise<T[]> {
  const rows: T[] = [];
  await manager.query(open);
  let page: Row[];
  do {
    page = await manager.query<Row[]>(NEXT);
    for (const row of page) rows.push(keep(row));
  } while (page.length === PAGE);
  await manager.query("CLOSE landscape");
  return rows;
}

function tied({ source, target, ...said }: Row, kept: KeptOnce): TiedEnds {
  const ends = { source: kept.value(source) as string, target: kept.value(target) as string };
  return { ...ends, tie: kept.same(said) as LandscapeTie };
}

async function stateOf(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ state: string }[]>(STATE);
  return row?.state ?? "";
}
