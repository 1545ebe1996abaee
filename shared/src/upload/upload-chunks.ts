import type { Transaction } from "../database/transaction.ts";
import { conflict } from "../errors.ts";
import type { UploadEnd, UploadPart } from "./uploads.ts";

interface ChunkTable {
  /** With the columns `upload`, `position` and `bytes`. */
  readonly table: string;
  /** The column of what the file is for. */
  readonly owner: string;
}

/** Parts of files in a table of the database, where every process of the service can read them. */
export class UploadChunks {
  constructor(private readonly of: ChunkTable) {}

  /** @throws CONFLICT where another try has taken over */
  async put(tx: Transaction, { id, upload, position, bytes }: UploadPart): Promise<void> {
    if (position === 0) await this.takeOver(tx, id, upload);
    else if ((await this.stored(tx, id, upload)).parts !== position) throw takenOver();
    await tx.manager.query(
      `INSERT INTO ${this.of.table} (${this.of.owner}, upload, position, bytes)
       VALUES ($1, $2, $3, $4)`,
      [id, upload, position, Buffer.from(bytes)],
    );
  }

  /** @throws CONFLICT unless all of the file is there */
  async expectWhole(tx: Transaction, { id, upload, parts, size }: UploadEnd): Promise<void> {
    const there = await this.stored(tx, id, upload);
    if (there.parts !== parts || there.size !== size) throw takenOver();
  }

  /** All of a file that is not large. @throws CONFLICT unless all of it is there */
  async whole(tx: Transaction, end: UploadEnd): Promise<Buffer> {
    await this.expectWhole(tx, end);
    const rows = await tx.manager.query<{ bytes: Buffer }[]>(
      `SELECT bytes FROM ${this.of.table} WHERE ${this.of.owner} = $1 AND upload = $2
       ORDER BY position`,
      [end.id, end.upload],
    );
    return Buffer.concat(rows.map(({ bytes }) => bytes));
  }

  /** Of two tries the one that was begun later counts, in whichever order they arrive. */
  private async takeOver(tx: Transaction, id: string, upload: string): Promise<void> {
    const { table, owner } = this.of;
    const later = await tx.manager.query<object[]>(
      `SELECT FROM ${table} WHERE ${owner} = $1 AND upload > $2 COLLATE "C" LIMIT 1`,
      [id, upload],
    );
    if (later.length > 0) throw takenOver();
    await tx.manager.query(`DELETE FROM ${table} WHERE ${owner} = $1`, [id]);
  }

  private async stored(tx: Transaction, id: string, upload: string) {
    const [found] = await tx.manager.query<{ parts: number; size: number }[]>(
      `SELECT count(*)::integer AS parts, coalesce(sum(length(bytes)), 0)::integer AS size
       FROM ${this.of.table} WHERE ${this.of.owner} = $1 AND upload = $2`,
      [id, upload],
    );
    return found ?? { parts: 0, size: 0 };
  }
}

const takenOver = () => conflict("Another try to send this file has taken over");
