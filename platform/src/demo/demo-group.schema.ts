import { Audience } from "@convene/shared/audience";
import { z } from "zod";
import { audience, country, date, key, language, objectives, text } from "./demo-fields.schema.ts";

export const groupSchema = z.strictObject({
  key,
  code: text,
  /** The plenary is the whole network meeting; the others work on a theme. */
  kind: z.enum(["PLENARY", "THEMATIC"]).default("THEMATIC"),
  name: text,
  network: key,
  workplan: text,
  objectives,
  state: z.enum(["PROPOSED", "CHARTERED", "ACTIVE", "DORMANT", "CONCLUDED"]),
  description: text,
  audience: audience.default(Audience.PUBLIC),
  /** Null where none was adopted. */
  charter: z
    .strictObject({
      purpose: text,
      needs: z.array(
        z.strictObject({
          label: text,
          categories: z.array(key).default([]),
          countries: z.array(country).default([]),
          atLeast: z.int().min(1),
        }),
      ),
      quorum: z.strictObject({ percent: z.int() }).or(z.strictObject({ organisations: z.int() })),
      languages: z.array(language),
      interpretation: z.array(language).default([]),
    })
    .nullable()
    .default(null),
  /** What it plans to do; null where nothing is planned yet. */
  plan: z
    .strictObject({
      title: text,
      start: date,
      end: date,
      activities: z.array(
        z.strictObject({
          title: text,
          start: date,
          due: date,
          status: z.enum(["YET_TO_START", "ONGOING", "COMPLETED"]),
          organisation: key.nullable().default(null),
        }),
      ),
      milestones: z.array(
        z.strictObject({ title: text, due: date, isReached: z.boolean().default(false) }),
      ),
    })
    .nullable()
    .default(null),
  seats: z.array(
    z.strictObject({
      organisation: key,
      role: z.enum(["CO_LEAD", "MEMBER", "OBSERVER"]).default("MEMBER"),
      delegate: key.nullable().default(null),
      alternate: key.nullable().default(null),
      /** For whom it sits, where not for itself. */
      onBehalfOf: text.nullable().default(null),
      start: date,
      end: date.nullable().default(null),
    }),
  ),
});
