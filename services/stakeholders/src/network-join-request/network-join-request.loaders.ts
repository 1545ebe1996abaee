import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql, { empty } from "sql-template-tag";
import { organisationAtIsVisible } from "../organisation/organisation.repository.ts";
import { NetworkJoinRequest } from "./network-join-request.entity.ts";
import { governedBy } from "./network-join-request.repository.ts";

/** The rule of `canSeeRequest`, in networks that are shown to the viewer. */
export const networkJoinRequestLoaders = (
  { db: { manager } }: ServiceParts,
  viewer: Viewer | null,
) => {
  const asking = viewer?.organisations.filter(({ role }) => role !== "DELEGATE") ?? [];
  const own = sql`t.organisation_id = ANY(${asking.map(({ id }) => id)}::text[])`;
  const governed = sql`t.network_id = ANY(${governedBy(viewer)}::text[])`;
  return {
    joinRequestsByNetwork: new ChildLists(manager, {
      entity: NetworkJoinRequest,
      parent: "t.network_id",
      order: [
        { column: "t.asked_at", direction: "DESC", type: "timestamptz" },
        { column: "t.id", direction: "DESC", type: "text" },
      ],
      where: [
        organisationAtIsVisible(viewer, "t.organisation_id"),
        isAdmin(viewer) ? empty : sql`(${own} OR ${governed})`,
      ],
    }),
  };
};
