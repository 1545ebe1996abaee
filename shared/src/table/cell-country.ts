import { createRequire } from "node:module";
import countries, { type LocaleData } from "i18n-iso-countries/index.js";
import { accept, type CellReader, refuse } from "./cell.ts";
import { COUNTRY_ALIASES } from "./country-aliases.ts";
import { normaliseName } from "./name-key.ts";

/** The languages of the UN. The package's main entry would load eighty. */
const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];
const load = createRequire(import.meta.url);

/** Country codes by normalised name. A name of two countries ("Congo") has both. */
let codesByName: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * A country as ISO 3166-1 alpha-2, from an alpha-2 or alpha-3 code in any case, or from a name in
 * one of the UN's six languages, as the UN or people commonly write it. A name that two countries
 * share is refused.
 */
export const readCountry: CellReader<string> = (text) => {
  const written = text.trim();
  const code = codeOf(written.toUpperCase());
  if (code) return accept(code);
  codesByName ??= indexNames();
  const found = [...(codesByName.get(normaliseName(written)) ?? [])];
  if (found.length > 1) return refuse(`may be any of ${found.join(", ")}: write the code`);
  const [only] = found;
  return only ? accept(only) : refuse("is not a country (write an ISO code such as KE or KEN)");
};

function codeOf(written: string): string | undefined {
  if (/^[A-Z]{2}$/.test(written)) return countries.alpha2ToAlpha3(written) && written;
  return /^[A-Z]{3}$/.test(written) ? countries.alpha3ToAlpha2(written) : undefined;
}

function indexNames(): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  const add = (name: string, code: string) => {
    const key = normaliseName(name);
    index.set(key, (index.get(key) ?? new Set()).add(code));
  };
  for (const language of LANGUAGES) {
    countries.registerLocale(load(`i18n-iso-countries/langs/${language}.json`) as LocaleData);
    const names = countries.getNames(language, { select: "all" });
    for (const [code, spellings] of Object.entries(names)) {
      for (const name of spellings) add(name, code);
    }
  }
  for (const [code, names] of Object.entries(COUNTRY_ALIASES)) {
    for (const name of names) add(name, code);
  }
  return index;
}
