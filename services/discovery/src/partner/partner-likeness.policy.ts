import type { TermFacet } from "../organisation/organisation-term.entity.ts";
import { holdersOf, partnersOf, type Search, valuesOf } from "./partner-search.policy.ts";

/** An organisation that is like the seeker, and how much: 0 to 2. */
export interface Similar {
  readonly organisation: number;
  readonly likeness: number;
}

/** So many organisations that are most like the seeker are asked with whom they work. */
const MOST_SIMILAR = 20;

/** By what organisations are likened to each other: what they do and where, in no language. */
export const LIKENED: readonly TermFacet[] = ["objectives", "sectors", "areas"];

/** Those most like the seeker, by what they do and where, and by the partners in common. */
export function similarTo(search: Search): Similar[] {
  const { view, seeker, pool } = search;
  const likeness = likeTo(search, [seeker]);
  const partners = partnersOf(search);
  const around = (number: number) =>
    view.partnersOf(number).length - (number === search.without ? 1 : 0);
  for (const partner of partners) {
    for (const far of view.partnersOf(partner)) {
      const common = 1 / Math.sqrt(partners.length * Math.max(1, around(far)));
      likeness.set(far, (likeness.get(far) ?? 0) + common);
    }
  }
  likeness.delete(seeker);
  return [...likeness]
    .filter(([number]) => pool[number] !== 0)
    .sort(([one, likeOne], [other, likeOther]) => likeOther - likeOne || one - other)
    .slice(0, MOST_SIMILAR)
    .map(([organisation, like]) => ({ organisation, likeness: like }));
}

/** The cosine of profiles, summed over those to whom all are likened. */
export function likeTo(search: Search, models: readonly number[]): Map<number, number> {
  const wanted = new Map<TermFacet, Map<string, number>>(LIKENED.map((it) => [it, new Map()]));
  for (const model of models) {
    for (const [facet, weights] of wanted) {
      for (const value of valuesOf(search, model, facet)) {
        weights.set(value, (weights.get(value) ?? 0) + 1 / lengthOf(search, model));
      }
    }
  }
  const likeness = new Map<number, number>();
  for (const [facet, weights] of wanted) {
    for (const [value, weight] of weights) {
      for (const holder of holdersOf(search, facet, value)) {
        const more = weight / lengthOf(search, holder);
        likeness.set(holder, (likeness.get(holder) ?? 0) + more);
      }
    }
  }
  return likeness;
}

const lengthOf = (search: Search, number: number): number =>
  Math.sqrt(LIKENED.reduce((sum, facet) => sum + valuesOf(search, number, facet).length, 0));
