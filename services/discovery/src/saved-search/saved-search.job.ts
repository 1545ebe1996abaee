import type { Transaction } from "@convene/shared/database/transaction";
import type { JobKind } from "@convene/shared/job/job-kind";
import { z } from "zod";
import { SavedSearchLookService } from "./saved-search-look.service.ts";
import { SavedSearch } from "./saved-search.entity.ts";

const MINUTE = 60_000;
/** What was applied at the end of a minute is committed by then. */
const SETTLED = 10_000;

/** Asks all saved searches again. A second time finds nothing new. */
export const lookForSavedSearches: JobKind = {
  name: "look-for-saved-searches",
  data: z.object({}),
  run: (parts, _data, { signal }) => new SavedSearchLookService(parts).lookAtAll(signal),
};

/** Once for all that changes within a minute; not at all where nobody has saved a search. */
export async function lookSoon(tx: Transaction): Promise<void> {
  if (!(await tx.manager.existsBy(SavedSearch, {}))) return;
  const next = (Math.floor(Date.now() / MINUTE) + 1) * MINUTE;
  const startAfter = new Date(next + SETTLED);
  await tx.enqueue(lookForSavedSearches, {}, { key: startAfter.toISOString(), startAfter });
}
