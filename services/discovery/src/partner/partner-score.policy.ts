import { PartnerReasonKind } from "./partner.enum.ts";

/** How much each kind of evidence counts. */
export type PartnerWeights = Readonly<Record<PartnerReasonKind, number>>;

/**
 * Before a network has taught its own: chosen on inner folds of known ties, see bench/README.md.
 * What cannot be learned from who works with whom is small.
 */
export const FIRST_WEIGHTS: PartnerWeights = {
  SHARED_OBJECTIVE: 0.5,
  ASKED_OBJECTIVE: 0.8,
  SHARED_SECTOR: 0.5,
  SHARED_AREA: 0.4,
  SHARED_LANGUAGE: 0.1,
  BRIEF: 0.8,
  WORKS_WITH_SIMILAR: 0.7,
  RESEMBLES_PARTNER: 0.5,
  COMMON_PARTNER: 0.4,
  WELL_CONNECTED: 0.45,
  SHARED_GROUP: 0.4,
  SHARED_NETWORK: 0.15,
  PUBLISHED_PRACTICE: 0.3,
  RECENTLY_CONFIRMED: 0.1,
  DIFFERENT_CONTEXT: 0,
  OFFERS_NEEDED: 0.2,
  NEEDS_OFFERED: 0.2,
};

/** The kinds whose weights a network's own ties can teach. */
export const LEARNED: readonly PartnerReasonKind[] = [
  PartnerReasonKind.SHARED_OBJECTIVE,
  PartnerReasonKind.SHARED_SECTOR,
  PartnerReasonKind.SHARED_AREA,
  PartnerReasonKind.SHARED_LANGUAGE,
  PartnerReasonKind.WORKS_WITH_SIMILAR,
  PartnerReasonKind.RESEMBLES_PARTNER,
  PartnerReasonKind.COMMON_PARTNER,
  PartnerReasonKind.WELL_CONNECTED,
  PartnerReasonKind.SHARED_GROUP,
  PartnerReasonKind.SHARED_NETWORK,
];

/**
 * What profiles say is never learned to count more: two that work together have written the same
 * into them, so that ties which are known already make it look better than it is.
 */
export const OF_PROFILES: readonly PartnerReasonKind[] = [
  PartnerReasonKind.SHARED_OBJECTIVE,
  PartnerReasonKind.SHARED_SECTOR,
  PartnerReasonKind.SHARED_AREA,
  PartnerReasonKind.SHARED_LANGUAGE,
  PartnerReasonKind.RESEMBLES_PARTNER,
];

/** What makes a suggestion; the other kinds only move it up. */
export const SIMILAR_ISSUES: readonly PartnerReasonKind[] = [
  PartnerReasonKind.SHARED_OBJECTIVE,
  PartnerReasonKind.ASKED_OBJECTIVE,
  PartnerReasonKind.SHARED_SECTOR,
  PartnerReasonKind.SHARED_AREA,
  PartnerReasonKind.BRIEF,
  PartnerReasonKind.WORKS_WITH_SIMILAR,
  PartnerReasonKind.RESEMBLES_PARTNER,
  PartnerReasonKind.COMMON_PARTNER,
  PartnerReasonKind.SHARED_GROUP,
  PartnerReasonKind.OFFERS_NEEDED,
  PartnerReasonKind.NEEDS_OFFERED,
];

const MOST_PRACTICES = 3;
const CONFIRMATION_DAYS = 730;
const DAY = 86_400_000;
const POINTS = 10_000;

/** The fewer have a thing, the more it says that two have it: inverse document frequency. */
export const rarityOf = (held: number, all: number): number => Math.log(1 + (all + 1) / (held + 1));

/** 1 for a record that was confirmed on the day, falling to 0 within two years; 0 for never. */
export function confirmationOf(confirmedAt: number, day: number): number {
  const share = 1 - (day - confirmedAt) / DAY / CONFIRMATION_DAYS;
  return share > 0 ? Math.min(1, share) : 0;
}

/**
 * What an amount of evidence adds to a score before its weight. It grows ever more slowly within a
 * kind: many kinds that each say something go before one kind that says much.
 */
export const shapeOf = (kind: PartnerReasonKind, amount: number): number =>
  (SHAPES[kind] ?? Math.sqrt)(amount);

const SHAPES: Partial<Record<PartnerReasonKind, (amount: number) => number>> = {
  WELL_CONNECTED: (amount) => Math.log(1 + amount),
  PUBLISHED_PRACTICE: (amount) => Math.sqrt(Math.min(amount, MOST_PRACTICES)),
  RECENTLY_CONFIRMED: (amount) => amount,
};

/** In ten-thousandths: whole numbers add up alike anywhere, and compare alike in a cursor. */
export const pointsOf = (kind: PartnerReasonKind, amount: number, weights: PartnerWeights) =>
  Math.round(weights[kind] * shapeOf(kind, amount) * POINTS);

/** `pointsOf` of the evidence of one kind, added for each organisation. */
export function addPoints(
  points: Float64Array,
  amounts: Float64Array,
  { kind, weights }: { readonly kind: PartnerReasonKind; readonly weights: PartnerWeights },
): void {
  const shape = SHAPES[kind];
  const weight = weights[kind];
  for (let number = 0; number < amounts.length; number += 1) {
    const amount = amounts[number] ?? 0;
    if (amount === 0) continue;
    // Called by its name the root is an instruction, and makes no object of its answer.
    const shaped = shape === undefined ? Math.sqrt(amount) : shape(amount);
    points[number] = (points[number] ?? 0) + Math.round(weight * shaped * POINTS);
  }
}

export const scoreOf = (points: number): number => points / POINTS;
