import { FilteredChildLists } from "@convene/shared/connection/filtered-child-lists";
import type { ConnectionArgs } from "@convene/shared/connection/connection";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import { Invitation } from "./invitation.entity.ts";

export const invitationLoaders = ({ db: { manager } }: ServiceParts, viewer: Viewer | null) => {
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  const ids = governed.map(({ id }) => id);
  return {
    /** The latest first; none for whoever is not of the secretariat. */
    invitationsByNetwork: new FilteredChildLists<Invitation, ConnectionArgs>(manager, () => ({
      entity: Invitation,
      parent: "t.network_id",
      order: [
        { column: "t.created_at", direction: "DESC", type: "timestamptz" },
        { column: "t.id", direction: "DESC", type: "text" },
      ],
      where: isAdmin(viewer) ? [] : [sql`t.network_id = ANY(${ids}::text[])`],
    })),
  };
};
