import type { JobOrder } from "@convene/shared/job/job-kind";
import { z } from "zod";

const dueSchema = z.object({
  account: z.string(),
  /** All that is due then, or before. */
  until: z.iso.datetime(),
  /** This one alone. */
  only: z.string().nullable(),
});

export type NotificationsDue = z.infer<typeof dueSchema>;

/** Mails what is due to an account: see `sendNotifications`. */
export const notificationsDue: JobOrder<NotificationsDue> = {
  name: "send-notifications",
  data: dueSchema,
};
