import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { PracticeType } from "../practice-type/practice-type.entity.ts";
import type { Practice } from "./practice.entity.ts";
import { PracticeRepository } from "./practice.repository.ts";

export const practiceLoaders = (manager: EntityManager, viewer: Viewer | null) => {
  const practices = new PracticeRepository(manager);
  return {
    /** Null for what is gone, or hidden from the viewer. */
    practices: new DataLoader<string, Practice | null>((ids) => practices.byIds(viewer, ids)),
    practiceTypes: loadOne(manager, { entity: PracticeType, key: "id" }),
  };
};
