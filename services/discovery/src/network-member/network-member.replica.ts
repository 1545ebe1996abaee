import { z } from "zod";
import { TieKind } from "../tie/tie.enum.ts";
import { AS_ITS_ENDS, tieReplica } from "../tie/tie.replica.ts";

/** Memberships of networks. A person's is known by its id, and no tie of the graph. */
export const networkMemberReplica = tieReplica({
  source: "stakeholders",
  type: "NetworkMember",
  payload: z.object({
    network: z.string(),
    organisation: z.string().nullable(),
    person: z.string().nullable(),
    role: z.string(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  kind: TieKind.NETWORK_MEMBERSHIP,
  ties: ({ id, payload: { network, organisation, person, role, startDate, endDate } }) => {
    const sourceId = organisation ?? person;
    if (sourceId === null) return [];
    const holds = organisation !== null;
    const dates = { startDate, endDate };
    return [{ ...AS_ITS_ENDS, ...dates, id, label: role, sourceId, targetId: network, holds }];
  },
});
