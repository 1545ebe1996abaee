import { type EntityManager, In } from "typeorm";
import { Poll } from "./poll.entity.ts";

/** What the change feed tells of a poll, so that it can be reported: not what is answered. */
export const pollFeed = {
  type: "Poll",
  load: async (manager: EntityManager, ids: readonly string[]) => {
    const all = await manager.findBy(Poll, { id: In([...ids]) });
    return new Map(all.map((poll) => [poll.id, payloadOf(poll)]));
  },
};

const payloadOf = ({ audience, organisations, networks, ...poll }: Poll) => ({
  protection: { audience, organisations, networks },
  title: poll.title,
  group: poll.groupId,
  network: poll.networkId,
});
