import type { JobOrder } from "@convene/shared/job/job-kind";
import { z } from "zod";

const dueSchema = z.object({ news: z.string() });

export type PersonNewsDue = z.infer<typeof dueSchema>;

/** Mails one thing to somebody without an account: see `sendPersonNews`. */
export const personNewsDue: JobOrder<PersonNewsDue> = { name: "send-person-news", data: dueSchema };
