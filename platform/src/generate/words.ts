import { readFileSync } from "node:fs";
import { iso31662 } from "iso-3166";
import { countriesSchema, UN_LANGUAGES, type UnLanguage, wordsSchema } from "./words.schema.ts";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../generate/${file}.json`, import.meta.url), "utf8"));

export const WORDS = wordsSchema.parse(read("words"));
export const COUNTRIES = countriesSchema.parse(read("countries")).items;

/** A first-level area of a country (ISO 3166-2). */
export interface Area {
  readonly country: string;
  readonly code: string;
  readonly name: string;
}

const areas = new Map<string, Area[]>(COUNTRIES.map(({ code }) => [code, []]));
for (const { parent, code, name } of iso31662)
  areas.get(parent)?.push({ country: parent, code, name });

export const areasOf = (country: string): readonly Area[] => areas.get(country) ?? [];

const names = new Map(
  UN_LANGUAGES.map((language) => [language, new Intl.DisplayNames([language], { type: "region" })]),
);

/** As CLDR writes it. */
export const countryName = (code: string, language: UnLanguage): string =>
  names.get(language)?.of(code) ?? code;

export const fill = (pattern: string, about: string): string => pattern.replace("{}", about);
