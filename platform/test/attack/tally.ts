import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { securityFolder } from "../config.ts";

/** What came of one thing that was tried. */
export interface Tried {
  readonly refused: boolean;
  /** What should never be answered, in words; null where all is well. */
  readonly leak: string | null;
}

interface Counts {
  tried: number;
  refused: number;
  leaked: number;
}

/**
 * What the tests of one file have tried, by item: how often, how often it was refused, and what
 * leaked. `npm run test:security` adds the files' counts up and prints them.
 */
export class Tally {
  private readonly items = new Map<string, Counts>();
  /** The first leaks, with what was asked. */
  readonly leaks: string[] = [];

  note(item: string, { refused, leak }: Tried, asked: string): void {
    const counts = this.items.get(item) ?? { tried: 0, refused: 0, leaked: 0 };
    counts.tried += 1;
    if (refused) counts.refused += 1;
    if (leak !== null) {
      counts.leaked += 1;
      if (!this.isFull) this.leaks.push(`${item}: ${leak}\n${asked}`);
    }
    this.items.set(item, counts);
  }

  /** Whether no more of them are told. */
  get isFull(): boolean {
    return this.leaks.length >= MOST_LEAKS;
  }

  of(item: string): Readonly<Counts> {
    return this.items.get(item) ?? { tried: 0, refused: 0, leaked: 0 };
  }

  /** Where the report of the whole run is asked for, hands on what was counted. */
  close(): void {
    const folder = securityFolder();
    if (folder === undefined) return;
    const items = Object.fromEntries(this.items);
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(items));
  }
}

const MOST_LEAKS = 5;
