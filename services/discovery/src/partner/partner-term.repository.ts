import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import { visibleTo } from "@convene/shared/visible-sql";
import sql, { type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import type { OrganisationDocument } from "../organisation/organisation-document.entity.ts";
import { type Belonging, belongingSql, MEMBERSHIPS, SEATS } from "../tie/belonging.repository.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, holdingSql, publicSql } from "../tie/tie.repository.ts";
import { PartnerReasonKind } from "./partner.enum.ts";
import type { Term } from "./partner-score.policy.ts";

export interface Seeker extends Pick<
  OrganisationDocument,
  "id" | "countries" | "objectives" | "sectors" | "areas" | "areaNames" | "languages"
> {
  /** How many organisations there are that everybody may see. */
  readonly all: number;
}

export interface SeekerQuery extends Asking {
  readonly seeker: Seeker;
  /** Objectives that partners should work on; null for any. */
  readonly objectives: readonly number[] | null;
}

/** What the organisation has that looks for partners, as far as the viewer may see. */
export class PartnerTermRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Null where it does not exist, or is hidden. */
  async seeker(viewer: Viewer | null, id: string): Promise<Seeker | null> {
    const { text, values } = sql`SELECT t.id, t.countries, t.objectives, t.sectors, t.areas,
        t.area_names AS "areaNames", t.languages,
        (SELECT count(*)::integer FROM organisation_document WHERE audience = 'PUBLIC') AS all
      FROM organisation_document AS t ${whereSql([sql`t.id = ${id}`, visibleTo(viewer)])}`;
    const [row] = await this.manager.query<Seeker[]>(text, values);
    return row ?? null;
  }

  /** One statement: its values, its partners, its groups and networks. */
  terms(query: SeekerQuery): Promise<Term[]> {
    const { text, values } = sql`${valuesSql(query)}
      UNION ALL ${placesSql(PartnerReasonKind.SHARED_GROUP, SEATS, query)}
      UNION ALL ${placesSql(PartnerReasonKind.SHARED_NETWORK, MEMBERSHIPS, query)}
      UNION ALL ${partnersSql(query)}`;
    return this.manager.query(text, values);
  }
}

/** `id`: the other ends of the relationships of one organisation that fit; each once. */
export const otherEndsSql = (organisation: Sql, fits: Sql): Sql =>
  sql`SELECT tie.target_id AS id FROM tie
      WHERE tie.source_id = ${organisation} AND tie.kind = ${TieKind.RELATIONSHIP} AND ${fits}
    UNION SELECT tie.source_id FROM tie
      WHERE tie.target_id = ${organisation} AND tie.kind = ${TieKind.RELATIONSHIP} AND ${fits}`;

/** Whether everybody may see the organisation that has this id. */
const isPublic = (id: Sql): Sql =>
  sql`EXISTS (SELECT FROM organisation_document AS it
    WHERE it.id = ${id} AND it.audience = 'PUBLIC')`;

/** `kind, value, label, held` of what stands in its own record, and of objectives asked for. */
function valuesSql({ seeker, objectives }: SeekerQuery): Sql {
  const { SHARED_OBJECTIVE, ASKED_OBJECTIVE, SHARED_SECTOR } = PartnerReasonKind;
  const { SHARED_AREA, SHARED_LANGUAGE } = PartnerReasonKind;
  const asked = (objectives ?? []).filter((number) => !seeker.objectives.includes(number));
  const rows = [
    ...seeker.objectives.map((number) => [SHARED_OBJECTIVE, "objectives", String(number), null]),
    ...asked.map((number) => [ASKED_OBJECTIVE, "objectives", String(number), null]),
    ...seeker.sectors.map((sector) => [SHARED_SECTOR, "sectors", sector, null]),
    ...seeker.areas.map((area, at) => [SHARED_AREA, "areas", area, seeker.areaNames[at] ?? null]),
    ...seeker.languages.map((language) => [SHARED_LANGUAGE, "languages", language, null]),
  ];
  const column = (at: number) => sql`${rows.map((row) => row[at])}::text[]`;
  return sql`SELECT mine.kind, mine.value, mine.label, (
      SELECT count(*)::integer FROM organisation_term AS it
      WHERE it.facet = mine.facet AND it.value = mine.value AND it.is_public) AS held
    FROM unnest(${column(0)}, ${column(1)}, ${column(2)}, ${column(3)})
      AS mine (kind, facet, value, label)`;
}

const placesSql = (kind: PartnerReasonKind, belonging: Belonging, query: SeekerQuery): Sql =>
  sql`SELECT ${kind}, place.id, place.name, (
      SELECT count(DISTINCT tie.source_id)::integer FROM tie
      WHERE ${all([
        sql`tie.target_id = place.id AND tie.kind = ${belonging.kind}`,
        publicSql("tie", query),
        isPublic(sql`tie.source_id`),
      ])})
    FROM (SELECT DISTINCT id, name FROM (${belongingSql(belonging, query)}) AS its
      WHERE its.organisation_id = ${query.seeker.id}) AS place`;

function partnersSql(query: SeekerQuery): Sql {
  const id = query.seeker.id;
  const partnersOfPartner = otherEndsSql(sql`t.id`, publicSql("tie", query));
  return sql`SELECT ${PartnerReasonKind.COMMON_PARTNER}, t.id, t.name, (
      SELECT count(*)::integer FROM (${partnersOfPartner}) AS far
      WHERE ${isPublic(sql`far.id`)})
    FROM (${otherEndsSql(sql`${id}`, holdingSql("tie", query))}) AS near
    JOIN organisation_document AS t ON t.id = near.id
    ${whereSql([sql`t.id <> ${id}`, visibleTo(query.viewer)])}`;
}
