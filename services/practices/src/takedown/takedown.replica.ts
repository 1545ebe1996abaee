import type { Transaction } from "@convene/shared/database/transaction";
import { hideRecord, restoreRecord } from "@convene/shared/takedown/taken-down-record";
import { takedownReplica } from "@convene/shared/takedown/takedown-replica";
import { Practice } from "../practice/practice.entity.ts";
import { keep } from "../practice/practice-change.service.ts";

const PRACTICE = { table: "practice", column: "audience" } as const;

/** Practices that moderators take down; who answers for the text still sees it. */
export const practiceTakedowns = takedownReplica({
  prefixes: ["prc"],
  hide: async (tx, id) => {
    if (await hideRecord(tx.manager, PRACTICE, id)) await tell(tx, id);
  },
  restore: async (tx, id) => {
    if (await restoreRecord(tx.manager, PRACTICE, id)) await tell(tx, id);
  },
});

/** Its state may have changed meanwhile: by that it is seen again. */
async function tell(tx: Transaction, id: string): Promise<void> {
  const practice = await tx.lock(Practice, id);
  if (practice) await keep(tx, practice);
}
