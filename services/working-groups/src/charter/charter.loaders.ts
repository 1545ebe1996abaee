import { ConnectionArgs } from "@convene/shared/connection/connection";
import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Charter } from "./charter.entity.ts";

/** The charters of groups that are shown to the viewer, the latest first. */
export const charterLoaders = ({ db }: ServiceParts) => {
  const chartersOfGroup = new ChildLists(db.manager, {
    entity: Charter,
    parent: "t.group_id",
    order: [{ column: "t.version", direction: "DESC", type: "integer" }],
  });
  const latest = Object.assign(new ConnectionArgs(), { first: 1 });
  return {
    chartersOfGroup,
    charterOfGroup: {
      load: async (group: string): Promise<Charter | null> =>
        (await chartersOfGroup.load(group, latest)).nodes[0] ?? null,
    },
  };
};
