import { PartnerReasonKind } from "./partner.enum.ts";

/** A value that two organisations share, and in how many organisations it stands. */
export interface Shared {
  readonly value: string;
  /** How people call it; the value itself where there is no other name. */
  readonly label?: string;
  /** How many organisations hold it, at least the two. */
  readonly held: number;
}

/** What is known of a possible partner, seen from the organisation that looks for one. */
export interface Candidate {
  readonly id: string;
  readonly shared: Readonly<Partial<Record<PartnerReasonKind, readonly Shared[]>>>;
}

export interface Reason {
  readonly kind: PartnerReasonKind;
  readonly values: string[];
  readonly weight: number;
  readonly sentence: string;
}

export interface Suggestion {
  readonly id: string;
  readonly score: number;
  readonly reasons: Reason[];
}

/** How much a shared value of each kind counts, before its rarity. */
const WEIGHTS: Record<PartnerReasonKind, number> = {
  SHARED_OBJECTIVE: 1,
  SHARED_SECTOR: 0.8,
  SHARED_AREA: 0.6,
  SHARED_LANGUAGE: 0.2,
  COMMON_PARTNER: 1.2,
  SHARED_GROUP: 0.8,
  SHARED_NETWORK: 0.3,
  PUBLISHED_PRACTICE: 0.7,
  DIFFERENT_CONTEXT: 0,
};

const SENTENCES: Record<PartnerReasonKind, (labels: string) => string> = {
  SHARED_OBJECTIVE: (labels) => `Works on the same objectives of the Compact: ${labels}`,
  SHARED_SECTOR: (labels) => `Works in the same sectors: ${labels}`,
  SHARED_AREA: (labels) => `Works in the same areas: ${labels}`,
  SHARED_LANGUAGE: (labels) => `Works in the same languages: ${labels}`,
  COMMON_PARTNER: (labels) => `You have partners in common: ${labels}`,
  SHARED_GROUP: (labels) => `You sit in the same groups: ${labels}`,
  SHARED_NETWORK: (labels) => `You are members of the same networks: ${labels}`,
  PUBLISHED_PRACTICE: (labels) => `Has published what worked: ${labels}`,
  DIFFERENT_CONTEXT: (labels) => `Works where you do not: ${labels}`,
};

const NAMED = 4;

/**
 * A shared value counts the more, the fewer hold it: weight × ln(1 + all / held), the inverse
 * document frequency. Ties through a well-connected third count less by the same rule, which is
 * the thought behind Adamic–Adar. `all` is the number of organisations.
 */
export function score(candidate: Candidate, all: number): Suggestion {
  const reasons = Object.values(PartnerReasonKind)
    .map((kind) => reasonOf(kind, candidate.shared[kind] ?? [], all))
    .filter((reason) => reason !== null)
    .sort((one, other) => other.weight - one.weight);
  const total = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { id: candidate.id, score: round(total), reasons };
}

/** The best first; equals by id, so that the order is the same each time. */
export function rank(candidates: readonly Candidate[], all: number): Suggestion[] {
  return candidates
    .map((candidate) => score(candidate, all))
    .filter((suggestion) => suggestion.score > 0)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

function reasonOf(kind: PartnerReasonKind, shared: readonly Shared[], all: number): Reason | null {
  if (shared.length === 0) return null;
  const rarestFirst = [...shared].sort((one, other) => one.held - other.held);
  const weight = rarestFirst.reduce((sum, { held }) => sum + Math.log(1 + all / held), 0);
  return {
    kind,
    values: rarestFirst.map(({ value }) => value),
    weight: round(WEIGHTS[kind] * weight),
    sentence: SENTENCES[kind](inWords(rarestFirst.map(({ value, label }) => label ?? value))),
  };
}

function inWords(labels: readonly string[]): string {
  const named = labels.slice(0, NAMED).join(", ");
  return labels.length > NAMED ? `${named} and ${labels.length - NAMED} more` : named;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
