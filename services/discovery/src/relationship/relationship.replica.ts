import { protectionSchema } from "@convene/shared/protection";
import { z } from "zod";
import { TieKind } from "../tie/tie.enum.ts";
import { tieReplica } from "../tie/tie.replica.ts";

/**
 * Ties between two organisations, named by their type from the source's side. What is proposed is
 * no tie yet, and an ended one is none of any day unless it is known when it ended.
 */
export const relationshipReplica = tieReplica({
  source: "stakeholders",
  type: "Relationship",
  payload: z.object({
    protection: protectionSchema,
    type: z.string(),
    source: z.string(),
    target: z.string(),
    status: z.string(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  kind: TieKind.RELATIONSHIP,
  ties: ({ id, payload: { protection, type, source, target, status, startDate, endDate } }) => [
    {
      ...protection,
      id,
      label: type,
      sourceId: source,
      targetId: target,
      holds: status === "CONFIRMED" || (status === "ENDED" && endDate !== null),
      startDate,
      endDate,
    },
  ],
});
