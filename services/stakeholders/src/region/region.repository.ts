import { z } from "zod";
import { type ReferenceTable, referenceItems } from "../reference/reference.repository.ts";
import { Region, RegionKind } from "./region.entity.ts";

const KINDS: Readonly<Record<string, RegionKind>> = {
  "regional-commission": RegionKind.REGIONAL_COMMISSION,
  "un-group": RegionKind.UN_GROUP,
  "hub-region": RegionKind.HUB_REGION,
};

const item = z.object({ id: z.string(), kind: z.string(), name: z.string() });

/** The file lists official languages too, which are no regions. */
export const regionTable: ReferenceTable<Region> = {
  entity: Region,
  rows: () =>
    referenceItems("regions", item).flatMap(({ kind: word, ...region }) => {
      const kind = KINDS[word];
      return kind ? [Object.assign(new Region(), { ...region, kind })] : [];
    }),
};
