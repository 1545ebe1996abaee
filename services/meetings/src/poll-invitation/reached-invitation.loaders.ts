import DataLoader from "dataloader";
import { type EntityManager, In } from "typeorm";
import { reachedAmong } from "../account/reached-people.repository.ts";
import { Poll } from "../poll/poll.entity.ts";
import type { PollInvitation } from "./poll-invitation.entity.ts";
import { askedByEach } from "./seat-filler.repository.ts";

/** Asked for only on behalf of those who convene the group. */
export const reachedInvitationLoaders = (manager: EntityManager) => ({
  /** Whether somebody who is asked by it can be written to. */
  reachedInvitation: new DataLoader<PollInvitation, boolean, string>(
    async (invitations) => {
      const polls = await manager.findBy(Poll, { id: In(invitations.map(({ pollId }) => pollId)) });
      const groups = new Map(polls.map(({ id, groupId }) => [id, groupId]));
      const asked = await askedByEach(manager, invitations, ({ pollId }) => groups.get(pollId));
      const reached = await reachedAmong(manager, [...asked.values()].flat());
      return invitations.map(({ id }) => asked.get(id)?.some((who) => reached.has(who)) ?? false);
    },
    { cacheKeyFn: ({ id }) => id },
  ),
});
