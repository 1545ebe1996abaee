import { z } from "zod";
import { type ReferenceTable, referenceItems } from "../reference/reference.repository.ts";
import { Sector } from "./sector.entity.ts";

const item = z
  .object({ id: z.string(), label: z.string() })
  .transform((sector) => Object.assign(new Sector(), sector));

export const sectorTable: ReferenceTable<Sector> = {
  entity: Sector,
  rows: () => referenceItems("sectors", item),
};
