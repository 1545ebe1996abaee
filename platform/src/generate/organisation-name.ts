import type { OrganisationName } from "@convene/stakeholders/organisation/organisation.entity";
import type { Profile } from "./profile.ts";
import type { Random } from "./random.ts";
import { type Area, countryName, WORDS } from "./words.ts";
import { UN_LANGUAGES, type UnLanguage, type Word } from "./words.schema.ts";

interface Names {
  readonly name: string;
  readonly names: OrganisationName[];
  readonly acronym: string | null;
}

interface Parts {
  readonly kind: Word;
  readonly proper: Word | null;
  readonly topic: Word;
  readonly country: string | null;
  readonly area: string | null;
}

/** What is a public body has no name beside what it does. */
const OFFICIAL = ["member-state", "un-system", "intergovernmental", "nhri", "parliamentarians"];

/** Languages in other letters, whose names are also written in Latin ones. */
const IN_LATIN = { ar: "ar-Latn", ru: "ru-Latn", zh: "zh-Latn" } as const;

/**
 * A name in the language of its country, in its letters; beside it the same in Latin letters, and
 * in English. One that works everywhere has it in all six languages.
 */
export function namesOf(profile: Profile, area: Area | undefined, random: Random): Names {
  const { category, country, isInternational, topics } = profile;
  const [topic] = topics;
  if (!topic) throw new RangeError("An organisation works on something");
  const parts: Parts = {
    kind: random.pick(WORDS.kinds[category] ?? []),
    proper: OFFICIAL.includes(category) ? null : random.pick(WORDS.propers),
    topic: topic.words,
    country: isInternational ? null : country.code,
    area: isInternational ? null : (area?.name ?? null),
  };
  const own = isInternational ? "en" : country.namedIn;
  const listed = isLatin(own) || random.chance(0.7) ? own : "en";
  const also = isInternational ? UN_LANGUAGES : [own, "en" as const];
  const names = [...new Set(also)]
    .filter((language) => language !== listed)
    .map((language) => ({ language, name: nameIn(language, parts) }));
  const latin = isLatin(own) ? [] : [{ language: IN_LATIN[own], name: latinName(own, parts) }];
  return {
    name: nameIn(listed, parts),
    names: [...names, ...latin],
    acronym: random.chance(0.6) ? acronymOf(nameIn("en", parts)) : null,
  };
}

const isLatin = (language: UnLanguage): language is "en" | "es" | "fr" => !(language in IN_LATIN);

function nameIn(language: UnLanguage, parts: Parts): string {
  const [kind, topic] = [parts.kind[language], parts.topic[language]];
  const proper = parts.proper?.[language];
  const place = isLatin(language) ? parts.area : null;
  const where = place ?? (parts.country === null ? null : countryName(parts.country, language));
  switch (language) {
    case "en":
      return at(words(proper, kind, "for", topic), where);
    case "fr":
      return at(words(kind, proper, "pour", topic), where);
    case "es":
      return at(words(kind, proper, "para", topic), where);
    case "ar":
      return words(kind, proper, topic, where === null ? null : `– ${where}`);
    case "ru":
      return at(words(kind, proper === undefined ? null : `«${proper}»`, topic), where);
    case "zh":
      return [where, proper, topic, kind].join("");
  }
}

function latinName(language: keyof typeof IN_LATIN, { kind, proper, topic, area }: Parts): string {
  const latin = IN_LATIN[language];
  const parts = [kind[latin], proper?.[latin], topic[latin]];
  const [first, second, third] = parts;
  return language === "zh" ? at(words(second, third, first), area) : at(words(...parts), area);
}

const words = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part !== "").join(" ");

const at = (name: string, place: string | null): string =>
  place === null ? name : `${name}, ${place}`;

/** The first letters of its words, the small ones apart. */
const acronymOf = (name: string): string =>
  name
    .split(/[^\p{L}]+/u)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .join("")
    .slice(0, 8);
