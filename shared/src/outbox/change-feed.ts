import type { DataSource } from "typeorm";
import { invalid } from "../errors.ts";

/** "This aggregate is now …" or, where the payload is null, "is gone". */
export interface Change {
  readonly type: string;
  readonly id: string;
  /** Rises by one with each change of the aggregate, also over its end. */
  readonly version: number;
  readonly payload: unknown;
}

export interface ChangePage {
  readonly changes: readonly Change[];
  /** Where to go on. Opaque; the same as asked where nothing has come since. */
  readonly position: string;
  /** False while more is written than may be told yet, because older transactions still run. */
  readonly whole: boolean;
}

/** The feed of one service, called as a function or over signed HTTP. */
export interface ChangeFeed {
  /** The service that tells, such as `stakeholders`. */
  readonly source: string;
  changesAfter(position: string, limit: number): Promise<ChangePage>;
}

export const FROM_THE_START = "0:0";

interface Held {
  readonly held: boolean;
}

interface Row extends Omit<Change, "version"> {
  readonly version: string;
  readonly txid: string;
  readonly position: string;
}

/**
 * The changes behind a position, in the order of commit horizon: a row is told only when every
 * transaction that began before its own has ended, so that nothing can come to stand before a
 * position that was given out.
 */
export class OutboxFeed implements ChangeFeed {
  constructor(
    readonly source: string,
    private readonly db: DataSource,
  ) {}

  async changesAfter(position: string, limit: number): Promise<ChangePage> {
    const rows: Row[] = await this.db.query(
      // By the column, not by the text of it that is selected: as texts, 1000 comes before 999.
      `SELECT type, id, version, payload, txid::text, position FROM outbox
       WHERE (txid, position) > ($1::xid8, $2::bigint)
         AND txid < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY outbox.txid, outbox.position LIMIT $3`,
      [...parsePosition(position), limit],
    );
    const [horizon] = await this.db.query<Held[]>(
      `SELECT EXISTS (SELECT FROM outbox WHERE txid >= pg_snapshot_xmin(pg_current_snapshot()))
         AS held`,
    );
    const last = rows.at(-1);
    return {
      whole: rows.length < limit && horizon?.held === false,
      changes: rows.map(({ type, id, version, payload }) => ({
        type,
        id,
        version: Number(version),
        payload,
      })),
      position: last ? `${last.txid}:${last.position}` : position,
    };
  }
}

function parsePosition(position: string): [txid: string, position: string] {
  const match = /^(\d{1,19}):(\d{1,18})$/.exec(position);
  if (!match?.[1] || !match[2]) throw invalid("after", `${position} is no position in this feed`);
  return [match[1], match[2]];
}
