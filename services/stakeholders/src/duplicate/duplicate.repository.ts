import { whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import sql, { raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { OrganisationFieldName } from "../organisation/organisation-field.enum.ts";
import { organisationVisibleTo } from "../organisation/organisation.repository.ts";
import type { Likeness } from "./duplicate.policy.ts";

export interface LikePair extends Likeness {
  readonly organisationId: string;
  readonly otherId: string;
}

/** As the index of the migration has it. */
const hostOf = (alias: string): Sql =>
  raw(
    `regexp_replace(split_part(split_part(lower(${alias}.website), '://', 2), '/', 1), '^www\\.', '')`,
  );

/** Shorter identifiers are the same by chance: each register begins with 1. */
const TELLING_LENGTH = 5;

/** Pairs of one of these and any other, both there for the viewer, that may be one. One statement. */
export async function likePairs(
  manager: EntityManager,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<LikePair[]> {
  const { text, values } = sql`
    SELECT a.id AS "organisationId", b.id AS "otherId",
      similarity(a.name_key, b.name_key)::float AS name,
      coalesce(lower(a.acronym) = lower(b.acronym), false) AS acronym,
      coalesce(${hostOf("a")} = ${hostOf("b")}, false) AND ${bothTell("WEBSITE")} AS website,
      EXISTS (${sameIdentifier(sql`i.organisation_id = a.id AND j.organisation_id = b.id`)})
        AND ${bothTell("IDENTIFIERS")} AS identifier,
      (a.countries && b.countries OR cardinality(a.countries) = 0
        OR cardinality(b.countries) = 0 OR NOT ${bothTell("COUNTRIES")}) AS near
    FROM organisation AS a
    CROSS JOIN LATERAL (
      SELECT o.id FROM organisation AS o WHERE o.name_key % a.name_key
      UNION SELECT o.id FROM organisation AS o WHERE lower(o.acronym) = lower(a.acronym)
      UNION SELECT o.id FROM organisation AS o WHERE ${hostOf("o")} = ${hostOf("a")}
      UNION ${sameIdentifier(sql`i.organisation_id = a.id`)}
    ) AS candidate
    JOIN organisation AS b ON b.id = candidate.id
    ${whereSql([
      sql`a.id = ANY(${[...ids]}::text[]) AND b.id <> a.id`,
      // Of two that are both asked for, the pair is told once.
      sql`(b.id > a.id OR b.id <> ALL(${[...ids]}::text[]))`,
      organisationVisibleTo(viewer, "a"),
      organisationVisibleTo(viewer, "b"),
    ])}`;
  return manager.query(text, values);
}

/** What some do not see of one of them is no reason that anybody is told. */
const bothTell = (field: OrganisationFieldName): Sql =>
  sql`(NOT jsonb_exists(a.field_audiences, ${field}) AND NOT jsonb_exists(b.field_audiences, ${field}))`;

const sameIdentifier = (which: Sql): Sql => sql`
  SELECT j.organisation_id FROM organisation_identifier AS i
  JOIN organisation_identifier AS j ON lower(j.value) = lower(i.value)
    AND j.organisation_id <> i.organisation_id
  WHERE ${which} AND length(i.value) >= ${TELLING_LENGTH}`;
