import { z } from "zod";

/** Of whom something is asked. The service of accounts tells what belongs to the person. */
export interface Subject {
  /** The person of the graph. */
  readonly person: string;
  /** The accounts that are tied to them. */
  readonly accounts: readonly string[];
  /** Their mail addresses, in lower case. */
  readonly addresses: readonly string[];
}

/**
 * A table in which something of a person may stand, by the names of the database: several tables
 * are better-auth's and have no entity. A test finds every column with an id or a mail address of
 * somebody, and fails where it is not declared. Without a column that names somebody, as where only
 * a digest stands, nothing can be told of anybody.
 */
export interface PersonalTable {
  readonly table: string;
  /** What its rows are called in the document that a person is given, such as `seats`. */
  readonly title: string;
  /** Columns with the id of a person. */
  readonly person?: readonly string[];
  /** Columns with the id of an account. */
  readonly account?: readonly string[];
  /** Columns with a mail address. */
  readonly address?: readonly string[];
  /** Columns that hold such a thing somewhere inside, in a text or in JSON. */
  readonly within?: readonly string[];
  /** Columns that are told to nobody: what they hold opens something, or is of somebody else. */
  readonly secret?: readonly string[];
  /** Columns of which is told only whether something stands there, as `hasCalendarUrl`. */
  readonly present?: readonly string[];
  /** Rows that are told to the person alone: whoever else may ask learns how many there are. */
  readonly isPrivate?: boolean;
  /** Rows that are told to nobody, by what a column of theirs says. */
  readonly leftOut?: { readonly column: string; readonly value: string };
}

/**
 * By which somebody is seen: of a network or an organisation that is hidden from them as well, so it
 * is secret. Their memberships and roles are told as such.
 */
export const SEEN_BY = ["organisations", "networks"] as const;

/** What one service holds of a person: rows by the title of their table. */
export type PersonalRecords = Readonly<
  Record<string, readonly Readonly<Record<string, unknown>>[]>
>;

/** What every service has, whatever it is about. */
export const FOUNDATION: readonly PersonalTable[] = [
  // What is told stands in the records themselves, and others stand in it as well.
  {
    table: "outbox",
    title: "changeFeed",
    person: ["id"],
    account: ["id"],
    within: ["payload"],
    secret: ["payload"],
    // Whoever wrote a message that was withheld would miss its notice. Its readers have the notice.
    leftOut: { column: "type", value: "Notice" },
  },
  {
    table: "idempotency_key",
    title: "requestsMade",
    person: ["result_id"],
    account: ["viewer_id"],
  },
  // What they have done; what others did tells of these. Personal values are encrypted in it.
  {
    table: "audit_record",
    title: "auditRecords",
    account: ["viewer_id"],
    secret: ["content", "hash", "about"],
  },
  {
    table: "audit_key",
    title: "auditKeys",
    person: ["subject"],
    account: ["subject"],
    secret: ["secret"],
  },
  // For a second, until it is sealed.
  { table: "audit_pending", title: "auditPending", secret: ["asking", "before", "after"] },
];

/** By which request, and from which IP address, somebody asks what is held; null where not known. */
export interface AskedFrom {
  readonly requestId: string | null;
  readonly client: string | null;
}

/** What a service answers: the records, and the person as it knows them. */
export interface PersonalAnswer {
  readonly subject: Subject;
  readonly records: PersonalRecords;
}

export const subjectSchema = z.object({
  person: z.string().min(1).max(100),
  accounts: z.array(z.string().max(100)).max(100).default([]),
  addresses: z.array(z.string().max(254)).max(100).default([]),
});

export const personalAnswerSchema = z.object({
  subject: subjectSchema,
  records: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
