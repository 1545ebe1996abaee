import type { EntityManager } from "typeorm";
import { UnnmWorkplan } from "./unnm-workplan.entity.ts";

/** What public sources tell of the groups of the UN Network on Migration. */
export class UnnmWorkplanService {
  constructor(private readonly manager: EntityManager) {}

  list(): Promise<UnnmWorkplan[]> {
    return this.manager.find(UnnmWorkplan, { order: { startYear: "ASC", code: "ASC" } });
  }
}
