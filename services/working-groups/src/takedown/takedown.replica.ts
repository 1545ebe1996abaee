import { hideRecord, restoreRecord } from "@convene/shared/takedown/taken-down-record";
import { takedownReplica } from "@convene/shared/takedown/takedown-replica";
import { publishGroups } from "../working-group/working-group.feed.ts";

const GROUP = { table: "working_group", column: "audience" } as const;

/** Groups that moderators take down; their co-leads and their secretariat still see them. */
export const groupTakedowns = takedownReplica({
  prefixes: ["grp"],
  hide: async (tx, id) => {
    if (await hideRecord(tx.manager, GROUP, id)) await publishGroups(tx, [id]);
  },
  restore: async (tx, id) => {
    if (await restoreRecord(tx.manager, GROUP, id)) await publishGroups(tx, [id]);
  },
});
