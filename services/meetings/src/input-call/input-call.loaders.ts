import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import type { InputCallReplica } from "./input-call.replica.ts";
import { seenCalls } from "./input-call.repository.ts";

export const inputCallLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  /** Null for what is missing, and for all whom the call does not ask. */
  inputCall: new DataLoader<string, InputCallReplica | null>(async (ids) => {
    const found = new Map((await seenCalls(manager, viewer, ids)).map((call) => [call.id, call]));
    return ids.map((id) => found.get(id) ?? null);
  }),
});
