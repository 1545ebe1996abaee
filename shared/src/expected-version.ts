import { conflict } from "./errors.ts";

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** A change, and the version that its author has seen. */
export interface VersionedChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Of which type it is, and what of it is told to one who may change it. */
export interface Told {
  readonly type: string;
  readonly stored: Readonly<Record<string, unknown>>;
}

/**
 * Two who change the same at once: the later is told both versions, so that nothing is lost. Only
 * to be asked for one who may change it.
 *
 * @throws CONFLICT with `stored`, as it stands, and `submitted`, what was to be changed.
 */
export function expectVersion(row: Versioned, change: VersionedChange, told: Told): void {
  const { id, expectedVersion, idempotencyKey: _, ...submitted } = change;
  if (expectedVersion === null || expectedVersion === undefined) return;
  if (expectedVersion === row.version) return;
  throw conflict(
    `${told.type} ${id} has changed since: it stands at version ${row.version}, not ${expectedVersion}`,
    {
      field: "expectedVersion",
      type: told.type,
      id,
      stored: { version: row.version, ...told.stored },
      submitted: { expectedVersion, ...submitted },
    },
  );
}
