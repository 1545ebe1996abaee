import { Audience } from "@convene/shared/audience";
import { foldText } from "@convene/shared/table/text-folding";
import type { LandscapeOrganisation } from "./landscape.value.ts";

/** Codes of places begin with that of their country, ISO 3166-2 and p-codes alike. */
const COUNTRY = /^[A-Z]{2}/;

/**
 * One area is told by its code here and by its name there. A name is taken for the code that
 * goes with it in the records which everybody may see, where that is one.
 */
export function withKnownAreas(
  organisations: readonly LandscapeOrganisation[],
): readonly LandscapeOrganisation[] {
  const codes = codesIn(organisations.filter(({ audience }) => audience === Audience.PUBLIC));
  if (codes.size === 0) return organisations;
  return organisations.map((organisation) => {
    const { profile, areaNames } = organisation;
    const areas = new Map<string, string>();
    profile.areas.forEach((area, at) => {
      const name = areaNames[at] ?? area;
      const known = isName(area, name) ? (codes.get(foldText(area)) ?? area) : area;
      if (!areas.has(known)) areas.set(known, name);
    });
    if (profile.areas.every((area) => areas.has(area))) return organisation;
    return {
      ...organisation,
      profile: { ...profile, areas: [...areas.keys()] },
      areaNames: [...areas.values()],
    };
  });
}

/** `GB Scotland`, where no code is known. */
const isName = (area: string, name: string): boolean => area.slice(2) === ` ${name}`;

/** By country and folded name; names with several codes are left out. */
function codesIn(organisations: readonly LandscapeOrganisation[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { profile, areaNames } of organisations) {
    profile.areas.forEach((area, at) => {
      const name = areaNames[at] ?? area;
      const country = COUNTRY.exec(area)?.[0];
      if (country === undefined || isName(area, name)) return;
      const key = foldText(`${country} ${name}`);
      found.set(key, (found.get(key) ?? new Set()).add(area));
    });
  }
  return new Map(
    [...found].flatMap(([key, codes]) => {
      const [code] = codes;
      return codes.size === 1 && code !== undefined ? [[key, code] as const] : [];
    }),
  );
}
