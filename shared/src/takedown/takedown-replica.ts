import { z } from "zod";
import type { Transaction } from "../database/transaction.ts";
import type { Replica } from "../replica/replica.ts";
import { prefixOf } from "../type-id.ts";

/** What a service does about records of its own that were taken down, or are restored. */
export interface TakenDown {
  /** The prefixes of their ids. Both ways a second time changes nothing. */
  readonly prefixes: readonly string[];
  readonly hide: (tx: Transaction, id: string) => Promise<void>;
  readonly restore: (tx: Transaction, id: string) => Promise<void>;
}

/**
 * What moderators have decided, as the service of stakeholders tells it. Nothing is kept of it but
 * in the records themselves: so nothing is shown in between when the feed is read from the start.
 */
export const takedownReplica = ({ prefixes, hide, restore }: TakenDown): Replica => {
  const own = (changes: readonly { readonly id: string }[]) =>
    changes.map(({ id }) => id).filter((id) => prefixes.includes(prefixOf(id) ?? ""));
  return {
    source: "stakeholders",
    type: "Takedown",
    payload: z.unknown(),
    apply: () => Promise.resolve(),
    follow: async (tx, changes) => {
      for (const id of own(changes)) await hide(tx, id);
    },
    remove: () => Promise.resolve(),
    followRemoval: async (tx, tombstones) => {
      for (const id of own(tombstones)) await restore(tx, id);
    },
    clear: () => Promise.resolve(),
  };
};
