import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { raw, type Sql } from "sql-template-tag";
import type { Asking } from "../asking/asking.value.ts";
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
export const belongingSql = ({ kind, document }: Belonging, asking: Asking): Sql =>
  sql`SELECT tie.source_id AS organisation_id, place.id, place.name FROM tie
    JOIN ${raw(document)} AS place ON place.id = tie.target_id
    WHERE ${all([
      sql`tie.kind = ${kind}`,
      holdingSql("tie", asking),
      visibleTo(asking.viewer, protectionOf("place")),
    ])}`;
