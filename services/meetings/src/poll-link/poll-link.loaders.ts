import { ChildLists } from "@convene/shared/connection/list";
import type { EntityManager } from "typeorm";
import { PollLink } from "./poll-link.entity.ts";

/** Asked for only on behalf of those who convene the group. */
export const pollLinkLoaders = (manager: EntityManager) => ({
  linksOfInvitation: new ChildLists<PollLink>(manager, {
    entity: PollLink,
    parent: "t.invitation_id",
    order: [{ column: "t.id", direction: "DESC", type: "text" }],
  }),
});
