import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { ofShownItem } from "../agenda-item/agenda-item.loaders.ts";
import { IN_ORDER } from "../commitment/commitment.loaders.ts";
import { Action } from "./action.entity.ts";

/** Lists are asked for only on behalf of those who sit there. */
export const actionLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  action: loadOne(manager, { entity: Action, key: "id" }),
  actionsOfMeeting: new ChildLists(manager, {
    entity: Action,
    parent: "t.meeting_id",
    order: IN_ORDER,
    where: [ofShownItem(viewer)],
  }),
  actionsOfItem: new ChildLists(manager, {
    entity: Action,
    parent: "t.item_id",
    order: IN_ORDER,
    where: [ofShownItem(viewer)],
  }),
});
