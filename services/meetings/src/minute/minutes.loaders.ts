import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { EntityManager } from "typeorm";
import { MinutesEntry } from "./minutes-entry.entity.ts";
import { MinutesRevision } from "./minutes-revision.entity.ts";
import { Minutes } from "./minutes.entity.ts";

/** Asked for only on behalf of those who sit there. */
export const minutesLoaders = (manager: EntityManager) => ({
  minutesOfMeeting: loadOne(manager, { entity: Minutes, key: "meetingId" }),
  minutesEntry: loadOne(manager, { entity: MinutesEntry, key: "id" }),
  minutesOfItem: loadOne(manager, { entity: MinutesEntry, key: "itemId" }),
  revisionsOfEntry: new ChildLists(manager, {
    entity: MinutesRevision,
    parent: "t.entry_id",
    order: [{ column: "t.version", direction: "DESC", type: "integer" }],
  }),
});
