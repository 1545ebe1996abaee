import { z } from "zod";

const text = z.string().min(1);

/** The six official languages of the United Nations. */
export const UN_LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] as const;
export type UnLanguage = (typeof UN_LANGUAGES)[number];

const translated = z.object({ ar: text, en: text, es: text, fr: text, ru: text, zh: text });

/** A word in each of the languages, and in Latin letters where they have others. */
const word = translated.extend({ "ar-Latn": text, "ru-Latn": text, "zh-Latn": text });

const topic = z.strictObject({
  objectives: z.array(z.int().min(1).max(23)).min(1),
  sectors: z.array(text).min(1),
  words: word,
});

/** What names and titles are made of. `{}` in a pattern stands for what it is about. */
export const wordsSchema = z.strictObject({
  note: text,
  kinds: z.record(text, z.array(word).min(1)),
  topics: z.array(topic).min(1),
  propers: z.array(word).min(1),
  groupOf: translated,
  meetingOf: translated,
  networkOf: translated,
  practicesOf: z.array(translated).min(1),
  agendaOf: z.array(translated).min(1),
  regions: z.record(text, translated),
});

const country = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/),
  region: text,
  namedIn: z.enum(UN_LANGUAGES),
  languages: z.array(text).min(1),
  timeZone: text,
  weight: z.int().min(1),
});

export const countriesSchema = z.strictObject({ note: text, items: z.array(country).min(1) });

export type Word = z.infer<typeof word>;
export type Topic = z.infer<typeof topic>;
export type Country = z.infer<typeof country>;
