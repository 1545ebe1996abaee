import type { DataSource, EntityTarget, FindOptionsOrder, ObjectLiteral } from "typeorm";
import { loadReferenceTable, type ReferenceTable } from "./reference.repository.ts";

/** The closed vocabularies: short, the same for everybody, loaded from the data files. */
export class ReferenceService {
  constructor(private readonly db: DataSource) {}

  /** All items of one vocabulary, in their own order. */
  all<T extends ObjectLiteral>(entity: EntityTarget<T>, order: FindOptionsOrder<T>): Promise<T[]> {
    return this.db.manager.find(entity, { order });
  }

  /** Loads all data files, parents first. The second time it changes nothing. */
  async load(tables: readonly ReferenceTable[]): Promise<void> {
    await this.db.transaction(async (manager) => {
      for (const table of tables) await loadReferenceTable(manager, table);
    });
  }
}
