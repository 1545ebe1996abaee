import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { ofShownItem } from "../agenda-item/agenda-item.loaders.ts";
import { IN_ORDER } from "../commitment/commitment.loaders.ts";
import { Decision } from "./decision.entity.ts";

/** Lists are asked for only on behalf of those who sit there. */
export const decisionLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  decision: loadOne(manager, { entity: Decision, key: "id" }),
  decisionsOfMeeting: new ChildLists(manager, {
    entity: Decision,
    parent: "t.meeting_id",
    order: IN_ORDER,
    where: [ofShownItem(viewer)],
  }),
  decisionsOfItem: new ChildLists(manager, {
    entity: Decision,
    parent: "t.item_id",
    order: IN_ORDER,
    where: [ofShownItem(viewer)],
  }),
});
