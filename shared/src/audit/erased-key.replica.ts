import { z } from "zod";
import type { Replica } from "../replica/replica.ts";
import { destroyKeys } from "./audit-key.ts";

/**
 * Of people whom another service owns: when they are erased there, the audit log here cannot be read
 * of them any more.
 */
export const erasedKeys = ({ source, type }: Pick<Replica, "source" | "type">): Replica => ({
  source,
  type,
  // Whatever can be read: of people who are there nothing is kept.
  payload: z.unknown(),
  apply: () => Promise.resolve(),
  remove: (manager, tombstones) =>
    destroyKeys(
      manager,
      tombstones.map(({ id }) => id),
    ),
  clear: () => Promise.resolve(),
});
