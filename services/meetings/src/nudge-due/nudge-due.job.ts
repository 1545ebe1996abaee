import type { JobOrder } from "@convene/shared/job/job-kind";
import { z } from "zod";

const dueSchema = z.object({ meeting: z.string() });

/** Tells owners of open actions before a meeting: see `nudgeOwners`. */
export const nudgeDue: JobOrder<z.infer<typeof dueSchema>> = {
  name: "nudge-owners",
  data: dueSchema,
};
