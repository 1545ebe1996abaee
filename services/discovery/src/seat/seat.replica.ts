import { z } from "zod";
import { TieKind } from "../tie/tie.enum.ts";
import { AS_ITS_ENDS, tieReplica } from "../tie/tie.replica.ts";

/** Organisations' seats in working groups. Nothing of the people who sit there. */
export const seatReplica = tieReplica({
  source: "working-groups",
  type: "Seat",
  payload: z.object({
    group: z.string(),
    organisation: z.string(),
    role: z.string(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  kind: TieKind.SEAT,
  ties: ({ id, payload: { group, organisation, role, startDate, endDate } }) => [
    {
      ...AS_ITS_ENDS,
      id,
      label: role,
      sourceId: organisation,
      targetId: group,
      holds: true,
      startDate,
      endDate,
    },
  ],
});
