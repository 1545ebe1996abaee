import { setTimeout } from "node:timers/promises";
import type { DataSource, EntityManager } from "typeorm";
import { byItself } from "../audit/asking.ts";
import { type Change, type ChangeFeed, FROM_THE_START } from "../outbox/change-feed.ts";
import type { Replica } from "./replica.ts";

const PAGE = 500;

/** How long to wait for transactions that hold the feed back, in milliseconds. */
const HELD_BACK = 20;

const notYet = (): Promise<boolean> => Promise.resolve(false);

/** Brings the replicas of one source up to date. At least once, idempotent, restartable. */
export class FeedConsumer {
  private pulling: Promise<unknown> = Promise.resolve();
  private waiting: Promise<number> | null = null;
  private whole = false;

  constructor(
    private readonly db: DataSource,
    private readonly feed: ChangeFeed,
    private readonly replicas: readonly Replica[],
  ) {}

  /**
   * Applies all that the feed tells from now on. Calls follow each other; those that come while one
   * waits for its turn share it. Answers how many changes were applied.
   */
  catchUp(page = PAGE): Promise<number> {
    if (this.waiting) return this.waiting;
    const work = this.pulling.then(() => {
      this.waiting = null;
      return byItself(`the feed of ${this.feed.source}`, () => this.pullAll(page));
    });
    this.waiting = work;
    this.pulling = work.catch(() => undefined);
    return work;
  }

  /** Forgets all that this source told and reads it again, in one transaction. */
  async rebuild(page = PAGE): Promise<number> {
    return this.db.transaction(async (manager) => {
      await this.lockPosition(manager);
      for (const replica of this.replicas) await replica.clear(manager);
      await this.forgetPosition(manager);
      let applied = 0;
      for (let count = 1; count > 0; applied += count) count = await this.pullIn(manager, page);
      return applied;
    });
  }

  /**
   * As `catchUp`, until what is looked for is there, or nothing is held back any more by
   * transactions that run. Answers whether one of the two came within `patience`, in milliseconds.
   */
  async catchUpWhole(patience: number, isThere = notYet): Promise<boolean> {
    const until = Date.now() + patience;
    do {
      await this.catchUp();
      if (this.whole || (await isThere())) return true;
      await setTimeout(HELD_BACK);
    } while (Date.now() < until);
    return false;
  }

  private async pullAll(page: number): Promise<number> {
    let applied = 0;
    for (;;) {
      const count = await this.db.transaction((manager) => this.pullIn(manager, page));
      applied += count;
      if (count < page) return applied;
    }
  }

  /** One page, applied and its position kept in the same transaction. */
  private async pullIn(manager: EntityManager, page: number): Promise<number> {
    const from = await this.lockPosition(manager);
    const { changes, position, whole } = await this.feed.changesAfter(from, page);
    this.whole = whole;
    if (changes.length === 0) return 0;
    for (const replica of this.replicas) {
      const meant = changes.filter(({ type }) => type === replica.type);
      if (meant.length > 0) await this.applyTo(manager, replica, meant);
    }
    await this.keepPosition(manager, position);
    return changes.length;
  }

  private async applyTo(manager: EntityManager, replica: Replica, changes: readonly Change[]) {
    const read = changes
      .filter(({ payload }) => payload !== null)
      .map((change) => ({ change, parsed: replica.payload.safeParse(change.payload) }));
    const refused = read.filter(({ parsed }) => !parsed.success);
    await this.noteRefused(
      manager,
      changes,
      refused.map(({ change, parsed }) => ({ change, reason: String(parsed.error?.message) })),
    );
    await replica.apply(
      manager,
      read.flatMap(({ change, parsed }) =>
        parsed.success ? [{ id: change.id, version: change.version, payload: parsed.data }] : [],
      ),
    );
    // What cannot be read is taken away: it may have become private, or moved, by this change.
    const unread = new Set(refused.map(({ change }) => change));
    await replica.remove(
      manager,
      changes.filter((change) => change.payload === null || unread.has(change)),
    );
  }

  /** A payload that cannot be read is written down; it does not hold the others up. */
  private async noteRefused(
    manager: EntityManager,
    changes: readonly Change[],
    refused: readonly { change: Change; reason: string }[],
  ): Promise<void> {
    await manager.query(
      `DELETE FROM feed_refusal AS old USING unnest($2::text[], $3::text[]) AS new (type, id)
       WHERE old.source = $1 AND old.type = new.type AND old.id = new.id`,
      [this.feed.source, changes.map(({ type }) => type), changes.map(({ id }) => id)],
    );
    for (const { change, reason } of refused) {
      await manager.query(
        `INSERT INTO feed_refusal (source, type, id, version, reason) VALUES ($1, $2, $3, $4, $5)`,
        [this.feed.source, change.type, change.id, change.version, reason],
      );
    }
  }

  /**
   * Where this service stands in the feed. The lock keeps other processes out; it is an advisory
   * one, since a locked row would make a transaction that holds every feed of the server back.
   */
  private async lockPosition(manager: EntityManager): Promise<string> {
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || $1, 0))`,
      [this.feed.source],
    );
    const [row] = await manager.query<{ position: string }[]>(
      `SELECT position FROM feed_position WHERE source = $1`,
      [this.feed.source],
    );
    return row?.position ?? FROM_THE_START;
  }

  /** As where nothing was ever heard: a source that tells nothing must leave no trace. */
  private async forgetPosition(manager: EntityManager): Promise<void> {
    await manager.query("DELETE FROM feed_position WHERE source = $1", [this.feed.source]);
  }

  private async keepPosition(manager: EntityManager, position: string): Promise<void> {
    await manager.query(
      `INSERT INTO feed_position (source, position) VALUES ($1, $2)
       ON CONFLICT (source) DO UPDATE SET position = excluded.position`,
      [this.feed.source, position],
    );
  }
}
