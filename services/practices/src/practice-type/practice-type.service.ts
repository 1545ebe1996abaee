import { readFileSync } from "node:fs";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { PracticeType } from "./practice-type.entity.ts";

const fileSchema = z.object({
  items: z.array(z.object({ id: z.string().min(1), label: z.string().min(1) })).min(1),
});

export class PracticeTypeService {
  constructor(private readonly manager: EntityManager) {}

  all(): Promise<PracticeType[]> {
    return this.manager.find(PracticeType, { order: { position: "ASC" } });
  }

  /** Makes the table what the file says. A type that practices still have stays, at the end. */
  async loadReference(): Promise<void> {
    const { items } = readReference();
    const types = items.map(({ id, label }, index) => ({ id, label, position: index + 1 }));
    await this.manager.upsert(PracticeType, types, {
      conflictPaths: ["id"],
      skipUpdateIfNoValuesChanged: true,
    });
    await this.manager.query(
      `DELETE FROM practice_type AS old WHERE id <> ALL($1::text[])
         AND NOT EXISTS (SELECT 1 FROM practice WHERE practice.type_id = old.id)`,
      [types.map(({ id }) => id)],
    );
    await this.manager.query(
      `UPDATE practice_type SET position = $2 WHERE id <> ALL($1::text[]) AND position <> $2`,
      [types.map(({ id }) => id), types.length + 1],
    );
  }
}

function readReference() {
  const file = new URL("../../reference/practice-types.json", import.meta.url);
  return fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
