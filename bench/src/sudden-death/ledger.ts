/** One change that the client has sent, and what it knows of it. */
export interface Entry {
  /** A text that stands in one column of one row in the whole database, if it was done once. */
  readonly mark: string;
  /** The mutation, such as `createOrganisation`. */
  readonly field: string;
  /** With its `idempotencyKey`: sent again, it is the same change. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Where the mark stands, such as `stakeholders.organisation`. */
  readonly table: string;
  readonly column: string;
  /** The id of what was changed, as the answer told; null while nothing was answered. */
  acknowledged: string | null;
}

/** The client's own log: what a checker compares with the database. */
export class Ledger {
  readonly entries: Entry[] = [];

  write(entry: Omit<Entry, "acknowledged">): Entry {
    const written = { ...entry, acknowledged: null };
    this.entries.push(written);
    return written;
  }

  get acknowledged(): readonly Entry[] {
    return this.entries.filter((entry) => entry.acknowledged !== null);
  }

  get open(): readonly Entry[] {
    return this.entries.filter((entry) => entry.acknowledged === null);
  }
}
