import { Audience } from "@convene/shared/audience";
import { z } from "zod";

/** How demo data name each other: readable slugs, from which the services make their own ids. */
export const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const text = z.string().trim().min(1);
/** A calendar date, `YYYY-MM-DD`; relative dates are resolved before. */
export const date = z.iso.date();
/** Numbers of the 23 objectives. */
export const objective = z.int().min(1).max(23);
export const objectives = z.array(objective).min(1);
export const audience = z.enum(Audience);

/** ISO 3166-1 alpha-2, as the region names of CLDR know it. */
const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .refine((code) => regionNames.of(code) !== undefined, "Not a country code");

/** BCP 47, in its canonical form. */
export const language = z.string().refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}, "Not a canonical language tag");

/** A name by language; English is always there. */
export const names = z.record(language, text).refine((all) => "en" in all, "No English name");

const timeZones = new Set(Intl.supportedValuesOf("timeZone"));

/** A wall clock in an IANA zone. */
export const clock = {
  time: z.iso.time({ precision: -1 }),
  timeZone: z.string().refine((zone) => timeZones.has(zone), "Not an IANA time zone"),
  durationMinutes: z.int().min(15),
};
