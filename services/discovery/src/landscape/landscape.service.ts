import type { LandscapeRepository } from "./landscape.repository.ts";
import { Landscape } from "./landscape.value.ts";

/** Up to so many organisations and ties, reading takes less than anybody would notice. */
const READ_AT_ONCE = 20_000;

/** A larger landscape is read anew so often at the most, in milliseconds. */
const PAUSE = 5_000;

interface Kept {
  readonly landscape: Landscape;
  readonly state: string;
  readonly size: number;
  readonly at: number;
}

/**
 * The landscape, kept in memory and read anew once a feed has told more. A large one may be some
 * seconds old while it is read beside: who answers from it asks again what is visible now.
 */
export class LandscapeService {
  private kept: Kept | null = null;
  private reading: Promise<Kept> | null = null;

  constructor(private readonly landscapes: LandscapeRepository) {}

  /** One statement, and where something has changed those that read it anew. */
  async now(): Promise<{ landscape: Landscape; isFresh: boolean }> {
    const state = await this.landscapes.state();
    const kept = this.kept;
    if (kept?.state === state) return { landscape: kept.landscape, isFresh: true };
    if (kept === null || kept.size <= READ_AT_ONCE) {
      return { landscape: (await this.readSince(state)).landscape, isFresh: true };
    }
    if (this.reading === null && Date.now() - kept.at > PAUSE) {
      this.read().catch(() => {
        // Whoever asks next tries again.
      });
    }
    return { landscape: kept.landscape, isFresh: false };
  }

  /** Somebody else's reading may have begun before the change that this asker knows of. */
  private async readSince(state: string): Promise<Kept> {
    const other = await this.reading?.catch(() => null);
    return other?.state === state ? other : this.read();
  }

  private read(): Promise<Kept> {
    this.reading ??= this.load().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async load(): Promise<Kept> {
    const { state, rows } = await this.landscapes.load();
    const size = rows.organisations.length + rows.ties.length;
    this.kept = { landscape: new Landscape(rows), state, size, at: Date.now() };
    return this.kept;
  }
}
