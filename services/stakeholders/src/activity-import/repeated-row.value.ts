import { createHash } from "node:crypto";
import type { TableColumn, TableRow } from "@convene/shared/table/table";

/** Enough for the files of a country; a repetition that stands further off is not noticed. */
const REMEMBERED = 100_000;

/** Finds rows that repeat an earlier one in every cell but the row's own number. */
export class RepeatedRows {
  private readonly seen = new Set<string>();

  constructor(private readonly ignored: readonly TableColumn[]) {}

  /** Whether the row was there before; from now on it was. */
  repeats({ cells }: TableRow): boolean {
    const ignored = new Set(this.ignored.map(({ position }) => position));
    const said = cells.filter((_, position) => !ignored.has(position));
    const key = createHash("sha1").update(said.join("\u001f")).digest("base64");
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    const [oldest] = this.seen;
    if (this.seen.size > REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
    return false;
  }
}
