import { type Change, CriticalityLevel, diff } from "@graphql-inspector/core";
import { z } from "zod";
import { apiSchemaOf } from "./api-schema.ts";

/** A change that breaks queries on purpose; the list of these lies beside the supergraph. */
export const acknowledgedChanges = z.array(
  z.strictObject({
    /** What the report names: `FIELD_REMOVED`. */
    type: z.string().min(1),
    /** Where: `Query.organisation`, or `Query.organisations.first` for an argument. */
    path: z.string().min(1),
    /** What a client does instead. */
    instead: z.string().min(1),
  }),
);

export type AcknowledgedChange = z.infer<typeof acknowledgedChanges>[number];

export interface SchemaChanges {
  readonly safe: number;
  /** Works, but may surprise: a new value of an enum, a changed default. */
  readonly dangerous: number;
  readonly acknowledged: number;
  /** Breaks queries that worked, and nobody said so. */
  readonly breaking: readonly Change[];
}

/** What changed between two supergraphs for a client. */
export async function compareSupergraphs(
  before: string,
  after: string,
  acknowledged: readonly AcknowledgedChange[],
): Promise<SchemaChanges> {
  const changes = await diff(apiSchemaOf(before), apiSchemaOf(after));
  const of = (level: CriticalityLevel) =>
    changes.filter(({ criticality }) => criticality.level === level);
  const broken = of(CriticalityLevel.Breaking);
  const breaking = broken.filter(
    (change) =>
      !acknowledged.some(({ type, path }) => type === change.type && path === change.path),
  );
  return {
    safe: of(CriticalityLevel.NonBreaking).length,
    dangerous: of(CriticalityLevel.Dangerous).length,
    acknowledged: broken.length - breaking.length,
    breaking,
  };
}
