import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { ErrorLog } from "../error-masking.ts";
import { LIVE_CHANNEL, type LiveHearing } from "../live/live-source.ts";
import { CHANGES_CHANNEL } from "../outbox/outbox.ts";
import type { ChangeSignal } from "./feeds.ts";

const RECONNECT = 1_000;

/** Milliseconds between two looks whether the connection still tells. */
const BEAT = 1_000;

/** A connection that does not answer for so long, in milliseconds, is taken for lost. */
const SILENCE = 15_000;

/** One connection that LISTENs for the outboxes of this database; consumers also poll. */
export class ChangeListener implements ChangeSignal {
  private readonly wakers = new Set<(source: string) => void>();
  private readonly hearings = new Set<LiveHearing>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly log: ErrorLog,
  ) {}

  onChange(wake: (source: string) => void): () => void {
    this.wakers.add(wake);
    return () => this.wakers.delete(wake);
  }

  onLive(hearing: LiveHearing): () => void {
    this.hearings.add(hearing);
    return () => this.hearings.delete(hearing);
  }

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: "convene-listen",
      query_timeout: SILENCE,
    });
    this.client = client;
    client.on("notification", ({ channel, payload }) => {
      if (channel === LIVE_CHANNEL) this.tell(payload ?? null);
      else for (const wake of this.wakers) wake(payload ?? "");
    });
    client.on("error", (err) => {
      this.reconnect(client, err);
    });
    await client.connect();
    await client.query(`LISTEN ${CHANGES_CHANNEL}; LISTEN ${LIVE_CHANNEL}`);
    this.tell(null);
    void this.keepBeating(client);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private tell(told: string | null): void {
    for (const { tell } of this.hearings) tell(told);
  }

  private pulse(isWhole: boolean): void {
    for (const { pulse } of this.hearings) pulse(isWhole);
  }

  /** PostgreSQL tells what was committed before it answers: so an answer says that nothing is missing. */
  private async keepBeating(client: Client): Promise<void> {
    try {
      while (this.client === client && !this.stopped) {
        await client.query("SELECT 1");
        this.pulse(true);
        await pause(BEAT, undefined, { ref: false });
      }
    } catch (err) {
      this.reconnect(client, err);
    }
  }

  private reconnect(lost: Client | null, err: unknown): void {
    if (this.stopped || this.retry || lost !== this.client) return;
    this.pulse(false);
    void lost?.end().catch(() => undefined);
    this.log.error({ err }, "lost the connection that listens for changes; connecting again");
    this.retry = setTimeout(() => {
      this.retry = null;
      this.start().catch((again: unknown) => {
        this.reconnect(this.client, again);
      });
    }, RECONNECT);
  }
}
