import type { FoundTie } from "../tie/graph-tie.repository.ts";
import { type DerivedKind, isDerived, type RecordedKind } from "../tie/tie.enum.ts";
import type { Shared } from "./path.repository.ts";

const DAY = 86_400_000;
const HALF_LIFE = 2 * 365.25 * DAY;

/** Why one may say that two things know each other. */
export interface Reason {
  readonly ties: readonly FoundTie[];
  readonly sharedActivities: number;
  readonly lastActivityOn: string | null;
  /** From 0 to 1. */
  readonly strength: number;
  readonly sentence: string;
}

/** As of a day: half of the strength is recency, half what was done together. */
export function reasonOf(ties: readonly FoundTie[], shared: Shared, day: string): Reason {
  const starts = ties.flatMap(({ startDate }) => startDate ?? []).sort();
  const lastActivityOn = [shared.lastOn, starts.at(-1)]
    .flatMap((known) => known ?? [])
    .sort()
    .at(-1);
  const strength = recency(lastActivityOn, day) / 2 + shared.count / (shared.count + 1) / 2;
  return {
    ties,
    sharedActivities: shared.count,
    lastActivityOn: lastActivityOn ?? null,
    strength: rounded(strength),
    sentence: sentenceOf(ties, shared),
  };
}

export const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** 1 on the day itself, a half two years later; 0 where nothing is known. */
function recency(last: string | undefined, day: string): number {
  if (last === undefined) return 0;
  return 0.5 ** (Math.max(0, Date.parse(day) - Date.parse(last)) / HALF_LIFE);
}

const WORDS: Readonly<Record<RecordedKind, string>> = {
  RELATIONSHIP: "a relationship",
  SEAT: "a seat in the group",
  NETWORK_MEMBERSHIP: "a membership of the network",
  PRACTICE: "a part in the practice",
};

const DERIVED: Readonly<Record<DerivedKind, string>> = {
  SHARED_PRACTICE: "practices that both worked on",
  SHARED_SEAT: "groups where both sit",
};

function wordsOf({ kind, label, evidenceCount, inherited }: FoundTie): string {
  if (isDerived(kind)) return `${DERIVED[kind]} (${evidenceCount ?? 0})`;
  const from = inherited ? ", inherited from an umbrella" : "";
  return `${WORDS[kind]} (${label.toLowerCase().replaceAll("_", " ")}${from})`;
}

function sentenceOf(ties: readonly FoundTie[], { count, lastOn }: Shared): string {
  const named = ties.map((tie) => {
    const since = tie.startDate === null ? "" : ` since ${tie.startDate}`;
    return `${wordsOf(tie)}${since}`;
  });
  const together = count === 1 ? "1 shared activity" : `${count} shared activities`;
  const last = lastOn === null ? "" : `, the last meeting on ${lastOn}`;
  const text = [...named, ...(count > 0 ? [together + last] : [])].join("; ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
