const NONE: readonly unknown[] = [];

/**
 * The same text once in memory, and the same list: however many rows have read it anew. Of a large
 * network's ties most of what they say is said by others as well.
 */
export class KeptOnce {
  private readonly texts = new Map<string, string>();
  private readonly lists = new Map<string, readonly unknown[]>();
  private readonly rows = new Map<string, object>();

  /** The row itself, with values in place of its own that are equal to them. Nobody changes those. */
  row(cells: Record<string, unknown>): object {
    for (const name of Object.keys(cells)) cells[name] = this.value(cells[name]);
    return cells;
  }

  /** The row, or the one that said the same before. */
  same(cells: Record<string, unknown>): object {
    const key = JSON.stringify(cells);
    const known = this.rows.get(key);
    if (known) return known;
    const row = this.row(cells);
    this.rows.set(key, row);
    return row;
  }

  value(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return this.list(value);
    if (typeof value === "object" && value !== null) return this.row({ ...value });
    return value;
  }

  private text(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  private list(list: readonly unknown[]): readonly unknown[] {
    if (list.length === 0) return NONE;
    const key = JSON.stringify(list);
    const known = this.lists.get(key);
    if (known) return known;
    const values = list.map((value) => this.value(value));
    this.lists.set(key, values);
    return values;
  }
}
