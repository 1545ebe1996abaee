import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { Transaction } from "../database/transaction.ts";

/** Rows that are part of a record and go with it (`ON DELETE CASCADE`): its identifiers, say. */
export interface RemovablePart {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** The property that names the record. */
  readonly owner: string;
  readonly refersBy: readonly string[];
  /** What the product makes of what stands elsewhere: it is nobody's edit, and holds on to nothing. */
  readonly isDerived?: true;
}

/** A table of records that can be taken away in bulk, by the names of its properties. */
export interface Removable<T extends ObjectLiteral = ObjectLiteral> {
  readonly entity: EntityTarget<T>;
  /** What a person calls several of them: `working groups`. */
  readonly title: string;
  /** What a person calls one of them, where it has a name. */
  readonly label?: keyof T & string;
  /** Its aggregate in the change feed; null where the feed does not tell of it. */
  readonly feed: string | null;
  /** Ids of others, of this service or of another one: they hold these on. */
  readonly refersBy: readonly (keyof T & string)[];
  /** What the product keeps in step by itself: where only this is new, nobody has edited it. */
  readonly derived: readonly (keyof T & string)[];
  readonly parts?: readonly RemovablePart[];
}

/** Checks the names of the properties against the entity. */
export const removable = <T extends ObjectLiteral>(
  table: Removable<T> & { readonly entity: abstract new () => T },
): Removable => table;

/** What of a service can be taken away in bulk. */
export interface Removal {
  /** Every table of its own with an id of another record in it; children first. */
  readonly tables: readonly Removable[];
  /** Brings the records that stay in step with those that went, in the same transaction. */
  readonly settle: (tx: Transaction, stay: readonly string[]) => Promise<void>;
}

/** The parts in which people write. */
export const writtenParts = ({ parts = [] }: Pick<Removable, "parts">): readonly RemovablePart[] =>
  parts.filter(({ isDerived }) => isDerived !== true);
