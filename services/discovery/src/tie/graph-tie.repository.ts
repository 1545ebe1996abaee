import { whereSql } from "@convene/shared/connection/list";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
import { type DerivedKind, isDerived, type TieKind } from "./tie.enum.ts";
import { derivedTiesSql } from "./derived-tie.repository.ts";
import { inheritedTiesSql } from "./inherited-tie.repository.ts";
import { holdingSql } from "./tie.repository.ts";

/** Of which ties something is asked. */
export interface TieQuery extends Asking {
  /** Null for all that are recorded; derived ones are told where their kind is asked for. */
  readonly kinds: readonly TieKind[] | null;
  /** With what members of umbrellas inherit from them. */
  readonly includeInherited?: boolean;
}

export interface FoundTie {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: TieKind;
  readonly label: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly derived: boolean;
  /** On how much a derived tie stands; null for another one. */
  readonly evidenceCount: number | null;
  readonly inherited: boolean;
  readonly inheritedFrom: { readonly id: string } | null;
}

/** The ties `t` of which a query asks, as a table; the plain one where it asks for no others. */
export function tiesSql({ kinds, includeInherited, ...asking }: TieQuery): Sql {
  const derived = [...new Set(kinds ?? [])].filter((kind): kind is DerivedKind => isDerived(kind));
  const parts = [
    ...RECORDED,
    ...derived.map((kind) => derivedTiesSql(kind, asking)),
    ...(includeInherited ? [inheritedTiesSql(asking)] : []),
  ];
  return sql`(${join(parts, " UNION ALL ")}) AS t`;
}

const recorded = (whose: string, where: string): Sql =>
  raw(`SELECT tie.id, tie.kind, tie.label, tie.source_id, tie.target_id, tie.holds,
    tie.start_date, tie.end_date, tie.audience, ${whose},
    NULL::integer AS evidence_count, NULL::text AS umbrella_id
  FROM tie WHERE ${where}`);

/**
 * Of what everybody sees it says nothing whose it is, and all else stands in indexes: so that is
 * read from them alone. What not everybody sees comes from the table.
 */
const RECORDED = [
  recorded("'{}'::text[] AS organisations, '{}'::text[] AS networks", "tie.audience = 'PUBLIC'"),
  recorded("tie.organisations, tie.networks", "tie.audience <> 'PUBLIC'"),
];

/** What is told of a tie `t`. */
export const FOUND_TIE = raw(`t.id, t.source_id AS source, t.target_id AS target, t.kind, t.label,
  t.start_date::text AS "startDate", t.end_date::text AS "endDate",
  t.evidence_count IS NOT NULL AS derived, t.evidence_count AS "evidenceCount",
  t.umbrella_id IS NOT NULL AS inherited,
  CASE WHEN t.umbrella_id IS NOT NULL THEN jsonb_build_object('id', t.umbrella_id) END
    AS "inheritedFrom"`);

/** `WHERE …` for ties `t`, of the kinds asked, that hold and that the viewer may see, their ends apart. */
export const holdingTies = (query: TieQuery, ends: Sql): Sql =>
  whereSql([
    ends,
    query.kinds ? sql`t.kind = ANY(${[...query.kinds]}::text[])` : empty,
    holdingSql("t", query),
  ]);
