import type { DataSource } from "typeorm";
import type { ErrorLog } from "../error-masking.ts";
import type { LiveHearing } from "../live/live-source.ts";
import type { ChangeFeed } from "../outbox/change-feed.ts";
import { serviceUnavailable } from "../errors.ts";
import { FeedConsumer } from "./feed-consumer.ts";
import type { Replica } from "./replica.ts";

const POLL = 2_000;

/** How long a rule waits for a feed that other transactions hold back, in milliseconds. */
const PATIENCE = 1_000;

/** Wakes consumers when a service's feed has grown; answers how to stop listening. */
export interface ChangeSignal {
  onChange(wake: (source: string) => void): () => void;
  /** Told what `LIVE_CHANNEL` tells. */
  onLive?(hearing: LiveHearing): () => void;
}

export interface FeedsOptions {
  readonly db: DataSource;
  readonly replicas: readonly Replica[];
  readonly feeds: readonly ChangeFeed[];
  readonly log: ErrorLog;
}

/** All feeds that one service follows. */
export class Feeds {
  private readonly consumers: ReadonlyMap<string, FeedConsumer>;
  private readonly log: ErrorLog;
  private timer: NodeJS.Timeout | null = null;
  private stopListening = (): void => undefined;
  private readonly running = new Set<Promise<unknown>>();

  constructor({ db, replicas, feeds, log }: FeedsOptions) {
    this.log = log;
    this.consumers = new Map(
      feeds
        .filter((feed) => replicas.some(({ source }) => source === feed.source))
        .map((feed) => {
          const own = replicas.filter(({ source }) => source === feed.source);
          return [feed.source, new FeedConsumer(db, feed, own)];
        }),
    );
  }

  /** Applies all that is told now, of every source. */
  async catchUpAll(): Promise<void> {
    for (const consumer of this.consumers.values()) await consumer.catchUp();
  }

  /**
   * Applies all that one source has written until now, as far as nothing holds it back.
   *
   * @throws SERVICE_UNAVAILABLE when the source does not answer.
   */
  async catchUp(source: string): Promise<void> {
    await this.readOn(source);
  }

  /**
   * A rule that misses an id in a replica calls this once before it says NOT_FOUND: the thing may
   * have been made a moment ago.
   *
   * @throws SERVICE_UNAVAILABLE when the source does not answer, or when a transaction that runs for
   *   long holds back what it has to tell, so that nobody can say whether the thing exists.
   */
  async catchUpOn(source: string, isThere: () => Promise<boolean>): Promise<void> {
    if (!(await this.readOn(source, isThere))) throw serviceUnavailable();
  }

  private async readOn(source: string, isThere?: () => Promise<boolean>): Promise<boolean> {
    try {
      return (await this.consumers.get(source)?.catchUpWhole(PATIENCE, isThere)) ?? true;
    } catch (err) {
      this.log.error({ err, source }, "could not follow the change feed");
      throw serviceUnavailable();
    }
  }

  /** Forgets and reads everything again. Answers the number of changes by source. */
  async rebuild(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const [name, consumer] of this.consumers) counts[name] = await consumer.rebuild();
    return counts;
  }

  /** Follows from now on: woken by the signal, and by the clock when nothing is heard. */
  follow(signal: ChangeSignal): void {
    this.stopListening = signal.onChange((source) => {
      if (this.consumers.has(source)) this.attempt(source);
    });
    this.timer = setInterval(() => {
      this.attempt();
    }, POLL);
    this.attempt();
  }

  async stop(): Promise<void> {
    this.stopListening();
    if (this.timer) clearInterval(this.timer);
    await Promise.all(this.running);
  }

  /** Each source by itself: one that does not answer must not hold the others up. */
  private attempt(source?: string): void {
    for (const [name, consumer] of this.consumers) {
      if (source === undefined || source === name) this.pull(name, consumer);
    }
  }

  private pull(source: string, consumer: FeedConsumer): void {
    const pulling = consumer.catchUp().catch((err: unknown) => {
      this.log.error({ err, source }, "could not follow the change feed; trying again");
    });
    this.running.add(pulling);
    void pulling.finally(() => this.running.delete(pulling));
  }
}
