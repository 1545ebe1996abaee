import { PartnerReasonKind } from "./partner.enum.ts";
import { sentenceOf } from "./partner-sentence.policy.ts";

/** Something of the seeker that another organisation may have too. */
export interface Term {
  readonly kind: PartnerReasonKind;
  readonly value: string;
  /** How people call it; null where the value says it. */
  readonly label: string | null;
  /**
   * How many organisations have it. Only what everybody may see counts, so that no score tells of
   * what is hidden.
   */
  readonly held: number;
}

export interface WeighedTerm extends Term {
  /** What sharing it adds to a score, in ten-thousandths: whole numbers add up alike anywhere. */
  readonly points: number;
}

/** One thing that a possible partner has. */
export type Finding = Pick<Term, "kind" | "value" | "label">;

export interface Reason {
  readonly kind: PartnerReasonKind;
  readonly values: string[];
  readonly weight: number;
  readonly sentence: string;
}

const POINTS = 10_000;

/** How much a shared value of each kind counts, before its rarity. */
const WEIGHTS: Record<PartnerReasonKind, number> = {
  SHARED_OBJECTIVE: 1,
  ASKED_OBJECTIVE: 1,
  SHARED_SECTOR: 0.8,
  SHARED_AREA: 0.6,
  SHARED_LANGUAGE: 0.2,
  COMMON_PARTNER: 1.2,
  SHARED_GROUP: 0.8,
  SHARED_NETWORK: 0.3,
  PUBLISHED_PRACTICE: 0.7,
  DIFFERENT_CONTEXT: 0,
};

/** A language or a network alone is no similar issue. */
export const SIMILAR_ISSUES: readonly PartnerReasonKind[] = [
  PartnerReasonKind.SHARED_OBJECTIVE,
  PartnerReasonKind.ASKED_OBJECTIVE,
  PartnerReasonKind.SHARED_SECTOR,
  PartnerReasonKind.SHARED_AREA,
  PartnerReasonKind.COMMON_PARTNER,
  PartnerReasonKind.SHARED_GROUP,
];

/** So many published practices count; more are named, and add nothing. */
export const MOST_PRACTICES = 3;
export const PRACTICE_POINTS = WEIGHTS.PUBLISHED_PRACTICE * POINTS;

/**
 * The fewer have a thing, the more it counts: weight × ln(1 + all / held), the inverse document
 * frequency, as if one more organisation had everything. Ties through a well-connected third count
 * less by the same rule, which is the thought behind Adamic–Adar.
 */
export const weigh = (terms: readonly Term[], all: number): WeighedTerm[] =>
  terms.map((term) => {
    const rarity = Math.log(1 + (all + 1) / (term.held + 1));
    return { ...term, points: Math.round(WEIGHTS[term.kind] * rarity * POINTS) };
  });

export const scoreOf = (points: number): number => points / POINTS;

/** Why one organisation is suggested, the weightiest first. The weights add up to its score. */
export function reasonsOf(findings: readonly Finding[], terms: readonly WeighedTerm[]): Reason[] {
  const known = new Map(terms.map((term) => [keyOf(term), term]));
  const groups = new Map<PartnerReasonKind, Finding[]>();
  for (const finding of findings) {
    groups.set(finding.kind, [...(groups.get(finding.kind) ?? []), finding]);
  }
  return [...groups]
    .map(([kind, found]) => reasonOf(kind, found, (it) => known.get(keyOf(it))?.points ?? 0))
    .sort(
      (one, other) =>
        other.weight - one.weight || KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind),
    );
}

const KINDS: readonly PartnerReasonKind[] = Object.values(PartnerReasonKind);

const keyOf = ({ kind, value }: Finding): string => `${kind} ${value}`;

function reasonOf(
  kind: PartnerReasonKind,
  found: readonly Finding[],
  pointsOf: (finding: Finding) => number,
): Reason {
  const rarestFirst = inOrder(found, pointsOf);
  const points =
    kind === PartnerReasonKind.PUBLISHED_PRACTICE
      ? Math.min(found.length, MOST_PRACTICES) * PRACTICE_POINTS
      : found.reduce((sum, finding) => sum + pointsOf(finding), 0);
  return {
    kind,
    values: rarestFirst.map(({ value }) => value),
    weight: scoreOf(points),
    sentence: sentenceOf(
      kind,
      rarestFirst.map(({ value, label }) => label ?? value),
    ),
  };
}

/** The rarest first, and those that are as rare by value; what has no rarity as it was found. */
const inOrder = (found: readonly Finding[], pointsOf: (finding: Finding) => number): Finding[] =>
  [...found].sort((one, other) => {
    const points = pointsOf(one);
    if (points !== pointsOf(other)) return pointsOf(other) - points;
    return points === 0 ? 0 : byValue.compare(one.value, other.value);
  });

/** Objective 7 before objective 13. */
const byValue = new Intl.Collator("en", { numeric: true });
