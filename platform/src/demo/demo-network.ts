import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { groupSchema } from "./demo-group.schema.ts";
import {
  groupMeetingSchema,
  networkSchema,
  organisationSchema,
  personSchema,
  practiceSchema,
  relationshipSchema,
  seriesSchema,
  viewerSchema,
} from "./demo-network.schema.ts";
import { parseWithDates } from "./relative-dates.ts";

interface Clock {
  readonly date: string;
  readonly time: string;
  readonly timeZone: string;
}

/** Where the demo network stands: plain data, to be read and edited by anyone. */
const folder = new URL("../../demo/", import.meta.url);

/**
 * The demo network as of one day. Dates are calendar dates (`YYYY-MM-DD`); a meeting also has
 * `startsAt`, the instant in UTC (RFC 3339) of its wall clock. Entities refer to each other by key.
 */
export function readDemoNetwork(today: Date) {
  const day = Temporal.PlainDate.from(today.toISOString().slice(0, 10));
  const items = <T>(file: string, schema: z.ZodType<T>): readonly T[] => {
    const json = readFileSync(new URL(`${file}.json`, folder), "utf8");
    return z.object({ items: z.array(schema) }).parse(parseWithDates(json, day)).items;
  };
  return {
    organisations: [
      ...items("organisations/united-nations", organisationSchema),
      ...items("organisations/united-kingdom", organisationSchema),
      ...items("organisations/other-countries", organisationSchema),
    ],
    people: items("people", personSchema),
    networks: items("networks", networkSchema),
    relationships: items("relationships", relationshipSchema),
    groups: items("working-groups", groupSchema),
    series: items("meeting-series", seriesSchema).map(({ occurrences, ...series }) => {
      const { time, timeZone, durationMinutes } = series;
      const clock = { time, timeZone, durationMinutes };
      return {
        ...series,
        occurrences: occurrences.map((each) => withStart({ ...each, ...clock })),
      };
    }),
    groupMeetings: items("group-meetings", groupMeetingSchema).map(withStart),
    practices: items("practices", practiceSchema),
    viewers: items("viewers", viewerSchema),
  };
}

export type DemoNetwork = ReturnType<typeof readDemoNetwork>;

function withStart<T extends Clock>(meeting: T): T & { readonly startsAt: string } {
  const { date, time, timeZone } = meeting;
  const start = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone);
  return { ...meeting, startsAt: start.toInstant().toString() };
}
