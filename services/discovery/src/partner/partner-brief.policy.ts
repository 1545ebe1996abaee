import { foldText } from "@convene/shared/table/text-folding";
import type { Landscape } from "../landscape/landscape.value.ts";

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** What sectors, areas and countries are called, and who works there: made when first asked for. */
const labels = new WeakMap<Landscape, ReadonlyMap<string, readonly number[]>>();

/** Those who have the word in their texts, or work in a sector, area or country that has it. */
export function holdersOfWords(
  landscape: Landscape,
  inTexts: ReadonlyMap<string, readonly string[]>,
  words: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const known = labels.get(landscape) ?? labelsOf(landscape);
  labels.set(landscape, known);
  const holders = words.map((word) => {
    const texts = (inTexts.get(word) ?? []).flatMap((id) => landscape.numberOf.get(id) ?? []);
    const facets = [...known].filter(([label]) => label.includes(word)).flatMap(([, its]) => its);
    return [word, [...new Set([...texts, ...facets])].sort((one, other) => one - other)] as const;
  });
  return new Map(holders.filter(([, its]) => its.length > 0));
}

function labelsOf({ organisations }: Landscape): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  organisations.forEach(({ profile, areaNames, countries: codes }, number) => {
    for (const label of [...profile.sectors, ...areaNames, ...codes.map(nameOf)]) {
      const folded = foldText(label);
      const holders = found.get(folded);
      if (holders) holders.push(number);
      else found.set(folded, [number]);
    }
  });
  return found;
}

function nameOf(code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}
