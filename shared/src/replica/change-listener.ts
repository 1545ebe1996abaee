import { Client } from "pg";
import type { ErrorLog } from "../error-masking.ts";
import { LIVE_CHANNEL } from "../live/live-source.ts";
import { CHANGES_CHANNEL } from "../outbox/outbox.ts";
import type { ChangeSignal } from "./feeds.ts";

const RECONNECT = 1_000;

/** One connection that LISTENs for the outboxes of this database; consumers also poll. */
export class ChangeListener implements ChangeSignal {
  private readonly wakers = new Set<(source: string) => void>();
  private readonly tellers = new Set<(told: string | null) => void>();
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

  onLive(tell: (told: string | null) => void): () => void {
    this.tellers.add(tell);
    return () => this.tellers.delete(tell);
  }

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: "convene-listen" });
    this.client = client;
    client.on("notification", ({ channel, payload }) => {
      if (channel === LIVE_CHANNEL) this.tell(payload ?? null);
      else for (const wake of this.wakers) wake(payload ?? "");
    });
    client.on("error", (err) => {
      this.reconnect(err);
    });
    await client.connect();
    await client.query(`LISTEN ${CHANGES_CHANNEL}; LISTEN ${LIVE_CHANNEL}`);
    this.tell(null);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private tell(told: string | null): void {
    for (const tell of this.tellers) tell(told);
  }

  private reconnect(err: unknown): void {
    if (this.stopped || this.retry) return;
    this.log.error({ err }, "lost the connection that listens for changes; connecting again");
    this.retry = setTimeout(() => {
      this.retry = null;
      this.start().catch((again: unknown) => {
        this.reconnect(again);
      });
    }, RECONNECT);
  }
}
