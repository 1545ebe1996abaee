import { ChildLists } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { Action } from "../action/action.entity.ts";
import { ofShownItem } from "../agenda-item/agenda-item.loaders.ts";
import { ActionCarry } from "./action-carry.entity.ts";

/** Asked for only on behalf of those who sit there. */
export const carryOverLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  carriesOfAction: new ChildLists(manager, {
    entity: ActionCarry,
    parent: "t.action_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
  }),
  actionLog: new ChildLists(manager, {
    entity: Action,
    from: sql`(SELECT a.*, c.to_meeting_id FROM action AS a
      JOIN action_carry AS c ON c.action_id = a.id)`,
    parent: "t.to_meeting_id",
    order: [{ column: "t.id", direction: "ASC", type: "text" }],
    where: [ofShownItem(viewer)],
  }),
});
