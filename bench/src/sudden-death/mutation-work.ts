import { CHAIN } from "./chain.ts";
import { Client } from "./client.ts";
import { withDatabase } from "./database.ts";
import { type Entry, Ledger } from "./ledger.ts";
import type { MortalPlatform } from "./mortal-platform.ts";
import { type Findings, merge, type Work } from "./work.ts";

const WORKERS = 4;

/** A burst of changes over HTTP by a client that logs each, and tries again what is not answered. */
export class MutationWork implements Work {
  private readonly ledger = new Ledger();
  private readonly refused: string[] = [];
  private working: Promise<unknown> = Promise.resolve();
  private client: Client | null = null;
  runs = false;

  /** `name` tells its marks from those of all other rounds. */
  constructor(private readonly name: string) {}

  begin(platform: MortalPlatform): void {
    this.runs = true;
    this.working = this.burst(platform).finally(() => {
      this.runs = false;
    });
  }

  async begun(): Promise<void> {
    while (this.runs && this.ledger.acknowledged.length === 0) await pause();
  }

  kill(): Promise<void> {
    return Promise.resolve(); // the client is this process: it outlives the platform
  }

  async ended(): Promise<void> {
    await this.working;
  }

  /** How many changes were sent, and how many of these were answered before the kill. */
  get counts(): { sent: number; acknowledged: number } {
    const { entries, acknowledged } = this.ledger;
    return { sent: entries.length, acknowledged: acknowledged.length };
  }

  async check(platform: MortalPlatform): Promise<Findings> {
    await this.working;
    const before = await this.compare(platform);
    await this.tryAgain(platform);
    const after = await this.compare(platform);
    return merge([before, after, { lost: [], doubled: [], different: this.refused }]);
  }

  private async burst(platform: MortalPlatform): Promise<void> {
    const client = await Client.open(platform);
    this.client = client;
    const workers = Array.from({ length: WORKERS }, (_, index) => this.work(client, index));
    await Promise.all(workers);
  }

  /** One chain after the other, until something is not answered any more. */
  private async work(client: Client, worker: number): Promise<void> {
    for (let count = 0; ; count += 1) {
      const made: Record<string, string> = {};
      for (const step of CHAIN) {
        const mark = `${this.name}.${worker}.${count}.${step.name}`;
        const input = { ...step.input(mark, made), idempotencyKey: mark };
        const { field, table, column } = step;
        const entry = this.ledger.write({ mark, field, table, column, input });
        await this.sendNow(client, entry);
        if (entry.acknowledged === null) return;
        made[step.name] = entry.acknowledged;
      }
    }
  }

  private async sendNow(client: Client, entry: Entry): Promise<void> {
    try {
      const id = await client.send(entry);
      if (entry.acknowledged !== null && id !== entry.acknowledged) {
        this.refused.push(`${entry.mark}: was ${entry.acknowledged}, now ${id ?? "nothing"}`);
      }
      entry.acknowledged = id ?? entry.acknowledged;
    } catch (error) {
      this.refused.push(`${entry.mark}: ${String(error)}`);
    }
  }

  /** What was not answered, with the same key; and the last that was, whose key is used up. */
  private async tryAgain(platform: MortalPlatform): Promise<void> {
    const client = this.client?.at(platform);
    if (!client) return;
    const { open, acknowledged } = this.ledger;
    for (const entry of [...open, ...acknowledged.slice(-WORKERS)]) {
      await this.sendNow(client, entry);
      if (entry.acknowledged === null) this.refused.push(`${entry.mark}: no answer, also again`);
    }
  }

  /** Each acknowledged change exactly once, under its id; one that was not answered at most once. */
  private compare({ dataFolder }: MortalPlatform): Promise<Findings> {
    return withDatabase(dataFolder, async (database) => {
      const found = new Map<string, string[]>();
      for (const { table, column } of CHAIN) {
        const { rows } = await database.query<{ id: string; mark: string }>(
          `SELECT id, ${column} AS mark FROM ${table} WHERE starts_with(${column}, $1)`,
          [`${this.name}.`],
        );
        for (const { id, mark } of rows) {
          found.set(mark, [...new Set([...(found.get(mark) ?? []), id])]);
        }
      }
      return compareWith(found, this.ledger.entries);
    });
  }
}

function compareWith(
  found: ReadonlyMap<string, readonly string[]>,
  entries: readonly Entry[],
): Findings {
  const idsOf = ({ mark }: Entry) => found.get(mark) ?? [];
  const lost = entries.filter((entry) => {
    return entry.acknowledged !== null && !idsOf(entry).includes(entry.acknowledged);
  });
  const doubled = entries.filter((entry) => idsOf(entry).length > 1);
  const known = new Set(entries.map(({ mark }) => mark));
  const unknown = [...found.keys()].filter((mark) => !known.has(mark));
  return {
    lost: lost.map(({ mark }) => mark),
    doubled: doubled.map(({ mark }) => mark),
    different: unknown.map((mark) => `${mark}: nobody has sent it`),
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
