import { z } from "zod";

export const areasSchema = z.array(
  z.object({ country: z.string(), code: z.string().nullable(), name: z.string() }),
);

/** What an organisation was, from a day on. What was told before all of it was kept lacks some. */
export const profilesSchema = z
  .array(
    z.object({
      since: z.string(),
      category: z.string().nullable(),
      countries: z.array(z.string()),
      areas: areasSchema.optional(),
      objectives: z.array(z.number()),
      sectors: z.array(z.string()).optional(),
      languages: z.array(z.string()).optional(),
      needs: z.array(z.string()).optional(),
      offers: z.array(z.string()).optional(),
    }),
  )
  .default([]);

/** What of an organisation is found and counted, each value once. */
export interface Work {
  readonly countries: string[];
  readonly areas: string[];
  readonly areaNames: string[];
  readonly objectives: number[];
  readonly sectors: string[];
  readonly languages: string[];
  readonly needs: string[];
  readonly offers: string[];
}

export interface KeptProfile extends Work {
  readonly since: string;
  readonly category: string | null;
}

interface ToldWork extends Omit<Work, "areas" | "areaNames"> {
  readonly areas: z.infer<typeof areasSchema>;
}

export function workOf(told: ToldWork): Work {
  const areas = new Map(
    told.areas.map(({ country, code, name }) => [code ?? `${country} ${name}`, name]),
  );
  return {
    countries: distinct(told.countries),
    areas: [...areas.keys()],
    areaNames: [...areas.values()],
    objectives: distinct(told.objectives),
    sectors: distinct(told.sectors),
    languages: distinct(told.languages),
    needs: distinct(told.needs),
    offers: distinct(told.offers),
  };
}

/** Where it was not told what the organisation was, it was what it is now. */
export function keptProfileOf(
  { areas, sectors, languages, needs, offers }: ToldWork,
  { since, category, ...was }: z.infer<typeof profilesSchema>[number],
): KeptProfile {
  return {
    since,
    category,
    ...workOf({ ...{ areas, sectors, languages, needs, offers }, ...was }),
  };
}

export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
