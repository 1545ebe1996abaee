import { fileProblem } from "@convene/shared/table/file-problem";

/** What a file says of one organisation: as it is written there, nothing checked yet. */
export interface OrganisationRecord {
  /** Where it stands in the file: its line, or which element it is, from 1. */
  readonly line: number;
  /** The file's own id, by which ties name it. */
  readonly id: string | null;
  /** By the fields of the API (`name`, `acronym`, `countries` …). */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What it has besides, that an organisation has not here, by its name in the file. */
  readonly unknown?: Readonly<Record<string, unknown>>;
}

/** What a file says two organisations are to each other. */
export interface TieRecord {
  readonly line: number;
  readonly source: string | null;
  readonly target: string | null;
  /** Names of the ends, where the tie itself gives them. */
  readonly sourceName?: string | null;
  readonly targetName?: string | null;
  readonly relation: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** What a file says of one network. */
export interface NetworkRecord {
  readonly line: number;
  readonly id: string | null;
  readonly name: string | null;
  /** For how much of the world it is. */
  readonly kind: string | null;
  readonly countries: readonly (string | null)[];
}

/** What is neither an organisation nor a network, and no tie of such. */
export interface OtherRecord {
  readonly line: number;
  /** Such as `a working group`. */
  readonly what: string;
  readonly cell: string | null;
}

export interface NetworkFile {
  readonly organisations: readonly OrganisationRecord[];
  readonly ties: readonly TieRecord[];
  readonly networks: readonly NetworkRecord[];
  /** That organisations belong to networks; the relation is the role. */
  readonly memberships: readonly TieRecord[];
  readonly others: readonly OtherRecord[];
}

/** An element of a graph with all that its file says of it. */
export interface GraphElement {
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface GraphNodeElement extends GraphElement {
  readonly id: string | null;
}

export interface GraphTieElement extends GraphElement {
  readonly source: string | null;
  readonly target: string | null;
}

/** A text, or a number as one; null for all else, and for blanks. */
export function textIn(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The items of a list; a value that stands alone is a list of one. */
export function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === null || value === undefined ? [] : [value];
}

export const textsIn = (value: unknown): string[] =>
  listIn(value).flatMap((one) => textIn(one) ?? []);

/** What is no object has nothing in it. */
export const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

/** Without what is null, undefined or an empty list. */
export const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && listIn(value).length > 0,
    ),
  );

/** Runs a reader of a library on text that anybody may have written. */
export function readAs<T>(form: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : "it is none";
    throw fileProblem(`The file cannot be read as ${form}: ${reason}`);
  }
}
