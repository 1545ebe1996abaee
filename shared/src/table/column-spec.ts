import type { CellReader } from "./cell.ts";

/** What one field of an import is called in files, and how its cells are read. */
export interface ColumnSpec<T> {
  /**
   * HXL tag patterns, best first, such as `#org+name-list`. The first that any column matches is
   * taken, and titles are then not looked at.
   */
  readonly hxl?: readonly string[];
  /** Titles, best first; case, accents and punctuation do not count. */
  readonly titles: readonly string[];
  /** The column must be there, and no row may leave it blank. */
  readonly required?: boolean;
  /**
   * Several columns may hold the field (HXL repeats a tag for several values): only for a reader of
   * lists, whose values are then joined.
   */
  readonly repeated?: boolean;
  /** Words that mean "nothing" in this column, beside the common ones. */
  readonly nothing?: readonly string[];
  /** A placeholder in this column is told of, as a note; else it is a blank like any other. */
  readonly tellsNothing?: true;
  readonly read: CellReader<T>;
}

export type ColumnSpecs = Readonly<Record<string, ColumnSpec<unknown>>>;

export type FieldOf<S extends ColumnSpecs> = keyof S & string;

/** What a row holds: null where an optional field is blank, has no column or is unreadable. */
export type RowValues<S extends ColumnSpecs> = {
  readonly [F in keyof S]: S[F] extends ColumnSpec<infer T>
    ? S[F] extends { readonly required: true }
      ? T
      : T | null
    : never;
};

/** Checks the form of specs while their exact types are kept, for `RowValues`. */
export const columnSpecs = <const S extends ColumnSpecs>(specs: S): S => specs;
