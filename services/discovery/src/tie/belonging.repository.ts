import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { raw, type Sql } from "sql-template-tag";
import { type TieQuery, tiesSql } from "./graph-tie.repository.ts";
import { all, holdingSql } from "./tie.repository.ts";
import { TieKind } from "./tie.enum.ts";

/** To what organisations belong: working groups by seats, networks by memberships. */
export interface Belonging {
  readonly kind: TieKind;
  readonly document: "working_group_document" | "network_document";
}

export const SEATS: Belonging = { kind: TieKind.SEAT, document: "working_group_document" };

export const MEMBERSHIPS: Belonging = {
  kind: TieKind.NETWORK_MEMBERSHIP,
  document: "network_document",
};

/**
 * `organisation_id, id, name`: the groups or networks, visible to the viewer, to which
 * organisations belong on the day; a pair more than once where it is tied so. Says nothing about
 * who sees the organisation.
 */
export const belongingSql = ({ kind, document }: Belonging, ties: TieQuery): Sql =>
  sql`SELECT t.source_id AS organisation_id, place.id, place.name FROM ${tiesSql(ties)}
    JOIN ${raw(document)} AS place ON place.id = t.target_id
    WHERE ${all([
      sql`t.kind = ${kind}`,
      holdingSql("t", ties),
      visibleTo(ties.viewer, protectionOf("place")),
    ])}`;
