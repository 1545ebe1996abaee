import { z } from "zod";
import {
  referenceItems,
  referenceStatus,
  type ReferenceTable,
} from "../reference/reference.repository.ts";
import { RoundTable } from "./round-table.entity.ts";

const item = z
  .object({
    number: z.int(),
    title: z.string(),
    titleStatus: referenceStatus,
    objectivesStatus: referenceStatus,
  })
  .transform((table) => Object.assign(new RoundTable(), table));

export const roundTableTable: ReferenceTable<RoundTable> = {
  entity: RoundTable,
  rows: () => referenceItems("imrf-round-tables", item),
};
