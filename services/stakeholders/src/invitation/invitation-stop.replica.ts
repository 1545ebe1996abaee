import type { Replica } from "@convene/shared/replica/replica";
import { In, IsNull } from "typeorm";
import { z } from "zod";
import { Invitation } from "./invitation.entity.ts";

/**
 * The address of an invitation wants no more of them: the invitation says so, and whoever wants to
 * invite that address again, in whatever network, is told. Accepted it can be all the same.
 */
export const invitationStopReplica: Replica = {
  source: "identity",
  type: "InvitationStop",
  payload: z.object({}),
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    const id = In(changes.map((change) => change.id));
    await tx.manager.update(Invitation, { id, stoppedAt: IsNull() }, { stoppedAt: new Date() });
  },
  remove: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
