import { z } from "zod";
import type { Replica } from "../replica/replica.ts";
import { moveEdges, restoreEdges } from "./move-edges.ts";
import type { Merging } from "./merging.ts";

const payload = z.object({ from: z.string(), into: z.string() });

/**
 * Which organisations were merged, as the service of stakeholders tells it. An undone merge is gone
 * from its feed. Nothing is forgotten when the feed is read again: the rows stand where they stand.
 */
export const mergeReplica = (merging: Merging): Replica<z.infer<typeof payload>> => ({
  source: "stakeholders",
  type: "OrganisationMerge",
  payload,
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    for (const { id, payload: pair } of changes) await moveEdges(tx, merging, { id, ...pair });
  },
  remove: () => Promise.resolve(),
  followRemoval: async (tx, tombstones) => {
    for (const { id } of tombstones) await restoreEdges(tx, merging, id);
  },
  clear: () => Promise.resolve(),
});
