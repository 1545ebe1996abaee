import { loadMany } from "@convene/shared/loaders";
import type { EntityManager } from "typeorm";
import { FreeDate } from "./free-date.entity.ts";

/** Rows, also of those that were removed: `standing` says what they mean. */
export const freeDateLoaders = (manager: EntityManager) => ({
  freeDatesOfNetwork: loadMany(manager, { entity: FreeDate, key: "networkId" }),
});
