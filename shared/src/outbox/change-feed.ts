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

/** All but `held` is null in the one row that comes where no change has come. */
interface Row {
  readonly held: boolean;
  readonly type: string;
  readonly id: string | null;
  readonly version: string;
  readonly payload: unknown;
  readonly txid: string;
  readonly position: string;
}

/**
 * The changes, and whether the last row of all is not to be told yet; in one statement, since of two
 * the second might no longer see what held the first one back.
 */
const CHANGES = `SELECT horizon.held, type, id, version, payload, txid::text, position
  FROM (SELECT coalesce((SELECT txid >= pg_snapshot_xmin(pg_current_snapshot()) FROM outbox
      ORDER BY outbox.txid DESC, outbox.position DESC LIMIT 1), false) AS held) AS horizon
    LEFT JOIN LATERAL (SELECT * FROM outbox
      WHERE (outbox.txid, outbox.position) > ($1::xid8, $2::bigint)
        AND outbox.txid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY outbox.txid, outbox.position LIMIT $3) AS page ON true
  ORDER BY page.txid, page.position`;

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
    const rows: Row[] = await this.db.query(CHANGES, [...parsePosition(position), limit]);
    const changes = rows.flatMap(({ type, id, version, payload }) =>
      id === null ? [] : [{ type, id, version: Number(version), payload }],
    );
    const last = rows.at(-1);
    return {
      whole: changes.length < limit && last?.held === false,
      changes,
      position: changes.length > 0 && last ? `${last.txid}:${last.position}` : position,
    };
  }
}

function parsePosition(position: string): [txid: string, position: string] {
  const match = /^(\d{1,19}):(\d{1,18})$/.exec(position);
  if (!match?.[1] || !match[2]) throw invalid("after", `${position} is no position in this feed`);
  return [match[1], match[2]];
}
