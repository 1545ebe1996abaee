import { parseConfig } from "@convene/shared/config";
import { z } from "zod";

/** What may be asked of the stories from outside. */
export const storyConfig = parseConfig(
  z.object({
    /** Random queries of the differential story, for each transport. */
    DIFFERENTIAL_RUNS: z.coerce.number().int().positive().default(100),
    /** The seed that a failure printed; a new one each time by default. */
    DIFFERENTIAL_SEED: z.coerce.number().int().optional(),
  }),
  process.env,
);
