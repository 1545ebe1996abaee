import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql, { empty } from "sql-template-tag";
import { byVisibleOrganisation } from "../seat/seat.repository.ts";
import { ofGroupsOf } from "../working-group/working-group.repository.ts";
import { JoinRequest } from "./join-request.entity.ts";

/** The rule of `canSeeRequest`, in groups that are shown to the viewer. */
export const joinRequestLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => {
  const asking = viewer?.organisations.filter(({ role }) => role !== "DELEGATE") ?? [];
  const own = sql`t.organisation_id = ANY(${asking.map(({ id }) => id)}::text[])`;
  const mine = isAdmin(viewer) ? empty : sql`(${own} OR ${ofGroupsOf(viewer, ["CO_LEAD"])})`;
  return {
    joinRequestsOfGroup: new ChildLists(db.manager, {
      entity: JoinRequest,
      parent: "t.group_id",
      order: [
        { column: "t.asked_at", direction: "DESC", type: "timestamptz" },
        { column: "t.id", direction: "DESC", type: "text" },
      ],
      where: [byVisibleOrganisation(viewer), mine],
    }),
  };
};
