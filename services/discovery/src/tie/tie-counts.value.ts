import type { FoundTie } from "./graph-tie.repository.ts";

/** What nobody recorded is never added to what somebody did. */
export interface CountedTies {
  readonly recorded: number;
  readonly derived: number;
  readonly inherited: number;
}

export function countsOf(ties: readonly Pick<FoundTie, "derived" | "inherited">[]): CountedTies {
  const derived = ties.filter((tie) => tie.derived).length;
  const inherited = ties.filter((tie) => tie.inherited).length;
  return { recorded: ties.length - derived - inherited, derived, inherited };
}
