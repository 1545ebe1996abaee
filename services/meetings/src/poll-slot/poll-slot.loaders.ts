import { ChildLists } from "@convene/shared/connection/list";
import type { EntityManager } from "typeorm";
import { PollSlot } from "./poll-slot.entity.ts";

/** Of a poll that the viewer sees. */
export const pollSlotLoaders = (manager: EntityManager) => ({
  slotsOfPoll: new ChildLists<PollSlot>(manager, {
    entity: PollSlot,
    parent: "t.poll_id",
    order: [
      { column: "t.starts_at", direction: "ASC", type: "timestamptz" },
      { column: "t.id", direction: "ASC", type: "text" },
    ],
  }),
});
