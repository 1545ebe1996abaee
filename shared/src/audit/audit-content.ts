import { z } from "zod";

const sealedSchema = z.object({
  /** Whose key it takes to read it. */
  sealed: z.string(),
  /** Nonce, tag and text (AES-256-GCM), base64url; null where there was no key any more. */
  value: z.string().nullable(),
});

const fieldSchema = z.object({
  name: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

const changeSchema = z.object({
  /** The table. */
  entity: z.string(),
  action: z.enum(["INSERT", "UPDATE", "DELETE"]),
  /** How many rows the statement has written: more than `ids` where they were too many. */
  rows: z.number(),
  ids: z.array(z.string()),
  /** Of one row: what it was and what it became; empty where many were written at once. */
  fields: z.array(fieldSchema),
});

const readSchema = z.object({ type: z.string(), id: z.string(), fields: z.array(z.string()) });

/** What a record says. It is stored, and hashed, as its canonical JSON (RFC 8785). */
export const contentSchema = z.object({
  service: z.string(),
  sequence: z.number(),
  /** The hash of the record before it; zeros for the first. */
  previous: z.string(),
  at: z.string(),
  kind: z.enum(["WRITE", "READ"]),
  who: z.object({ kind: z.string(), id: z.string(), person: z.string().nullable() }).nullable(),
  what: z.string().nullable(),
  from: z.union([sealedSchema, z.string()]).nullable(),
  request: z.string().nullable(),
  /** Every id that it is about. */
  about: z.array(z.string()),
  changes: z.array(changeSchema),
  reads: z.array(readSchema),
});

export type SealedValue = z.infer<typeof sealedSchema>;
export type AuditField = z.infer<typeof fieldSchema>;
export type AuditChange = z.infer<typeof changeSchema>;
export type AuditRead = z.infer<typeof readSchema>;
export type AuditContent = z.infer<typeof contentSchema>;

/** What is recorded, before it has its place in the chain. */
export type AuditDraft = Omit<AuditContent, "service" | "sequence" | "previous">;

/** Every value of a record that takes somebody's key to read. */
export function sealedIn({ from, changes }: Pick<AuditContent, "from" | "changes">): SealedValue[] {
  const values = changes.flatMap(({ fields }) => fields.flatMap((one) => [one.before, one.after]));
  return [from, ...values].flatMap((value) => asSealed(value) ?? []);
}

export const asSealed = (value: unknown): SealedValue | null => {
  const parsed = sealedSchema.strict().safeParse(value);
  return parsed.success ? parsed.data : null;
};
