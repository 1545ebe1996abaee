import { Audience } from "@convene/shared/audience";
import { z } from "zod";
import {
  audience,
  clock,
  country,
  date,
  key,
  language,
  names,
  objective,
  objectives,
  text,
} from "./demo-fields.schema.ts";

export const organisationSchema = z
  .strictObject({
    key,
    /** Invented for the demonstration. Real organisations carry public facts and nothing else. */
    fictional: z.boolean(),
    names,
    acronym: text.nullable(),
    /** An id of `stakeholder-categories.json`. */
    category: key,
    identifiers: z.array(z.strictObject({ scheme: text, value: text })).default([]),
    countries: z.array(country).min(1),
    /** First-level areas, by ISO 3166-2. */
    areas: z.array(
      z.strictObject({ country, code: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/), name: text }),
    ),
    objectives,
    /** Ids of `sectors.json`. */
    sectors: z.array(key).min(1),
    languages: z.array(language).min(1),
    website: z.url({ protocol: /^https$/ }).nullable(),
    description: text,
    lastConfirmed: date.nullable(),
    audience: audience.default(Audience.PUBLIC),
  })
  .transform((organisation) =>
    organisation.fictional
      ? { ...organisation, identifiers: [{ scheme: "demo", value: organisation.key }] }
      : organisation,
  );

export const personSchema = z.strictObject({
  key,
  names,
  about: text.nullable().default(null),
  audience: audience.default(Audience.NETWORK),
  roles: z.array(
    z.strictObject({
      organisation: key,
      title: text,
      access: z.enum(["OWNER", "EDITOR", "DELEGATE"]).nullable().default(null),
      start: date,
      end: date.nullable().default(null),
    }),
  ),
});

export const networkSchema = z.strictObject({
  key,
  fictional: z.boolean(),
  names,
  kind: z.enum(["COUNTRY", "REGIONAL", "GLOBAL"]),
  countries: z.array(country),
  description: text,
  source: text,
  members: z.array(
    z.strictObject({
      organisation: key,
      role: z.enum(["SECRETARIAT", "MEMBER"]).default("MEMBER"),
      start: date,
      end: date.nullable().default(null),
    }),
  ),
});

export const relationshipSchema = z.strictObject({
  /** Read as a sentence: `from` TYPE `to`. */
  from: key,
  type: z.enum([
    "IMPLEMENTS_FOR",
    "FUNDS",
    "PARTNER",
    "MEMBER_OF_UMBRELLA",
    "PARENT_OF",
    "HOSTS",
    "ACTS_ON_BEHALF_OF",
  ]),
  to: key,
  status: z.enum(["PROPOSED", "CONFIRMED", "ENDED"]).default("CONFIRMED"),
  /** Null where the source gives no beginning. */
  start: date.nullable(),
  end: date.nullable().default(null),
  source: text,
});

const meeting = {
  key,
  title: text,
  /** The day in the time zone of the meeting. */
  date,
  agenda: z
    .array(
      z.strictObject({
        title: text,
        purpose: z.enum(["INFORM", "DISCUSS", "DECIDE"]),
        minutes: z.int().min(5),
        presenter: key.nullable().default(null),
        /** What it is about: an objective or a practice, not both. */
        objective: objective.nullable().default(null),
        practice: key.nullable().default(null),
      }),
    )
    .min(1),
  attendance: z
    .array(
      z.strictObject({
        organisation: key,
        person: key.nullable().default(null),
        status: z
          .enum(["INVITED", "ACCEPTED", "DECLINED", "APOLOGIES", "ATTENDED"])
          .default("ATTENDED"),
      }),
    )
    .default([]),
};
export const seriesSchema = z.strictObject({
  key,
  group: key,
  title: text,
  /** RFC 5545, without DTSTART: the first occurrence is the start. */
  rrule: z.string().regex(/^FREQ=/),
  ...clock,
  audience: audience.default(Audience.PUBLIC),
  occurrences: z.array(z.strictObject(meeting)).min(1),
});

export const groupMeetingSchema = z.strictObject({
  ...meeting,
  group: key,
  ...clock,
  audience: audience.default(Audience.PUBLIC),
});

export const practiceSchema = z.strictObject({
  key,
  title: text,
  summary: text,
  /** An id of `practice-types.json`. */
  type: key,
  language,
  objectives,
  /** Letters of paragraph 15. */
  guidingPrinciples: z.array(z.string().regex(/^[a-j]$/)).min(1),
  sdgs: z.array(z.int().min(1).max(17)).min(1),
  countries: z.array(country).min(1),
  implementers: z.array(key).min(1),
  partners: z.array(key),
  state: z.enum(["DRAFT", "SUBMITTED", "UNDER_REVIEW", "PUBLISHED", "WITHDRAWN"]),
  start: date,
  end: date.nullable(),
  publishedAt: date.nullable(),
});

export const viewerSchema = z.strictObject({
  key: z.enum(["secretariat", "organisation-editor", "group-co-lead"]),
  title: text,
  person: key,
});
