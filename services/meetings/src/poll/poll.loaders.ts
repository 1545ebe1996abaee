import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { visibleConvened } from "../convener/visible-convened.repository.ts";
import { Poll } from "./poll.entity.ts";
import { canSeePoll } from "./poll.policy.ts";

export const pollLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  poll: loadOne(manager, { entity: Poll, key: "id", maySee: (poll) => canSeePoll(viewer, poll) }),
  pollsOfGroup: new ChildLists<Poll>(manager, {
    entity: Poll,
    parent: "t.group_id",
    order: [{ column: "t.id", direction: "DESC", type: "text" }],
    where: [visibleConvened(viewer)],
  }),
});
