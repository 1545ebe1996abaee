import type { Sql } from "sql-template-tag";
import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { Transaction } from "../database/transaction.ts";
import type { Viewer } from "../viewer.ts";

/** That one organisation turned out to be another one: what names the first is to name the second. */
export interface Merge {
  /** A TypeID with the prefix `mrg`. */
  readonly id: string;
  /** The one that goes. */
  readonly from: string;
  /** The one that stays. */
  readonly into: string;
}

export type Pair = Pick<Merge, "from" | "into">;

/** Rows of one table, in SQL called `t`, that name organisations. */
export interface Edges {
  /** What a person calls several of them: `seats`. It tells them from the others of the service. */
  readonly title: string;
  readonly entity: EntityTarget<ObjectLiteral>;
  /** The properties that name an organisation. A row that names both of a merge stays as it is. */
  readonly properties: readonly string[];
  /** The properties that tell a row from the others, beside these; `id` unless told. */
  readonly key?: readonly string[];
  /** By what a person knows a row `t`, in SQL of our own. */
  readonly label?: Sql;
  /** Which rows `t` stay as they are, since the one that stays has their like. */
  readonly stays?: (pair: Pair) => Sql;
  /** Which rows `t` the viewer may be told of; `empty` for all of them. */
  readonly visibleTo: (viewer: Viewer | null) => Sql;
}

/** The keys of the rows that were moved, by the title of their edges. */
export type MovedKeys = ReadonlyMap<string, readonly string[]>;

/** What a service does about a merge: all that it has about organisations moves. */
export interface Merging {
  readonly edges: readonly Edges[];
  /** Brings in step, and tells, what hangs on rows that have moved: there, or back, as the pair says. */
  readonly settle: (tx: Transaction, moved: MovedKeys, pair: Pair) => Promise<void>;
}
