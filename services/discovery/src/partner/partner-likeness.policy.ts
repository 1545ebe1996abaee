import { LIKENED } from "../landscape/landscape.value.ts";
import type { TermFacet } from "../organisation/organisation-term.value.ts";
import { holdersOf, partnersOf, type Search, valuesOf } from "./partner-search.policy.ts";

/** An organisation that is like the seeker, and how much: 0 to 2. */
export interface Similar {
  readonly organisation: number;
  readonly likeness: number;
}

/** So many organisations that are most like the seeker are asked with whom they work. */
const MOST_SIMILAR = 20;

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
      likeness[far] = (likeness[far] ?? 0) + common;
    }
  }
  likeness[seeker] = 0;
  const most = mostIn(likeness, pool);
  view.landscape.amounts.giveBack([likeness]);
  return most;
}

/** The most alike first, and by number where they are equally alike. */
function mostIn(likeness: Float64Array, pool: Uint8Array): Similar[] {
  const most: Similar[] = [];
  let least = 0;
  for (let organisation = 0; organisation < likeness.length; organisation += 1) {
    const like = likeness[organisation] ?? 0;
    if (like <= least || pool[organisation] === 0) continue;
    const behind = most.findIndex((it) => it.likeness < like);
    most.splice(behind < 0 ? most.length : behind, 0, { organisation, likeness: like });
    if (most.length > MOST_SIMILAR) most.pop();
    if (most.length === MOST_SIMILAR) least = most.at(-1)?.likeness ?? 0;
  }
  return most;
}

/** The cosine of profiles, summed over those to whom all are likened. */
export function likeTo(search: Search, models: readonly number[]): Float64Array {
  const wanted = new Map<TermFacet, Map<string, number>>(LIKENED.map((it) => [it, new Map()]));
  for (const model of models) {
    for (const [facet, weights] of wanted) {
      for (const value of valuesOf(search, model, facet)) {
        weights.set(value, (weights.get(value) ?? 0) + 1 / lengthOf(search, model));
      }
    }
  }
  const likeness = search.view.landscape.amounts.take();
  for (const [facet, weights] of wanted) {
    for (const [value, weight] of weights) {
      for (const holder of holdersOf(search, facet, value)) {
        likeness[holder] = (likeness[holder] ?? 0) + weight / lengthOf(search, holder);
      }
    }
  }
  return likeness;
}

/** The cosine of two profiles. */
export function cosineOf(search: Search, one: number, other: number): number {
  const shared = LIKENED.reduce((sum, facet) => {
    const its = valuesOf(search, other, facet);
    return sum + valuesOf(search, one, facet).filter((value) => its.includes(value)).length;
  }, 0);
  return shared === 0 ? 0 : shared / (lengthOf(search, one) * lengthOf(search, other));
}

function lengthOf(search: Search, number: number): number {
  if (!search.gone?.has(number)) return search.view.landscape.lengths[number] ?? 0;
  return Math.sqrt(LIKENED.reduce((sum, facet) => sum + valuesOf(search, number, facet).length, 0));
}
