import type { Transaction } from "@convene/shared/database/transaction";
import type { Replica } from "@convene/shared/replica/replica";
import { lookSoon } from "./saved-search.job.ts";
import { forgetSearchesOf } from "./saved-search.repository.ts";

/** What of the network changes is looked at again. What goes cannot be new. */
export const lookedAt = <P>(replica: Replica<P>): Replica<P> => ({
  ...replica,
  follow: async (tx: Transaction, changes) => {
    await replica.follow?.(tx, changes);
    await lookSoon(tx);
  },
});

/** With people go their searches. */
export const searching = <P>(replica: Replica<P>): Replica<P> => ({
  ...replica,
  followRemoval: async (tx: Transaction, tombstones) => {
    await replica.followRemoval?.(tx, tombstones);
    await forgetSearchesOf(
      tx,
      tombstones.map(({ id }) => id),
    );
  },
});
