import type { JobOrder } from "@convene/shared/job/job-kind";
import { z } from "zod";

const dueSchema = z.object({
  /** A series, or a meeting of none. */
  subject: z.string(),
});

/** Tells those who are invited what has become of a meeting: see `inviteToMeeting`. */
export const invitationDue: JobOrder<z.infer<typeof dueSchema>> = {
  name: "invite-to-meeting",
  data: dueSchema,
};
