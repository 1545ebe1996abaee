import type { MortalPlatform } from "./mortal-platform.ts";

/** What should not be, each in words that name it. */
export interface Findings {
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** Not as it should be: half a row, a replica that tells something else, words that nobody understands. */
  readonly different: readonly string[];
}

export const NOTHING: Findings = { lost: [], doubled: [], different: [] };

export const merge = (all: readonly Findings[]): Findings => ({
  lost: all.flatMap(({ lost }) => lost),
  doubled: all.flatMap(({ doubled }) => doubled),
  different: all.flatMap(({ different }) => different),
});

/** Work beside a platform that runs, in the middle of which it is killed. */
export interface Work {
  /** Sets it going, and answers at once. */
  begin(platform: MortalPlatform): void;
  /** Until it has left something in the database, or has ended. */
  begun(): Promise<void>;
  /** Whether it is still at it. */
  readonly runs: boolean;
  /** Kills its own process, where it has one. */
  kill(): Promise<void>;
  ended(): Promise<void>;
  /** Once the next start is up: looks for damage, and finishes what was left open. */
  check(platform: MortalPlatform): Promise<Findings>;
}
