import type { CharterNeed } from "../working-group/working-group.replica.ts";

/** What counts of an organisation that is there. */
export interface Present {
  readonly category: string | null;
  readonly countries: readonly string[];
}

export interface MissingParty extends Omit<CharterNeed, "atLeast"> {
  readonly wanted: number;
  readonly found: number;
}

/** The needs for which too few are there. One organisation may answer several. */
export function missingParties(
  needs: readonly CharterNeed[],
  present: readonly Present[],
): MissingParty[] {
  return needs
    .map(({ atLeast, ...need }) => ({
      ...need,
      wanted: atLeast,
      found: presentFor(need, present),
    }))
    .filter(({ wanted, found }) => found < wanted);
}

/** How many of them answer a need. */
export const presentFor = (
  need: Pick<CharterNeed, "categories" | "countries">,
  present: readonly Present[],
): number => present.filter((one) => answers(one, need)).length;

const answers = (
  { category, countries }: Present,
  need: Pick<CharterNeed, "categories" | "countries">,
): boolean =>
  (need.categories.length === 0 || (category !== null && need.categories.includes(category))) &&
  (need.countries.length === 0 || countries.some((country) => need.countries.includes(country)));
