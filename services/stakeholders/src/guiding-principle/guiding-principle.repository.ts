import { z } from "zod";
import { type ReferenceTable, referenceItems } from "../reference/reference.repository.ts";
import { GuidingPrinciple } from "./guiding-principle.entity.ts";

const item = z
  .object({ id: z.string(), letter: z.string(), name: z.string(), summary: z.string() })
  .transform(({ id, ...principle }) =>
    Object.assign(new GuidingPrinciple(), { ...principle, slug: id }),
  );

export const guidingPrincipleTable: ReferenceTable<GuidingPrinciple> = {
  entity: GuidingPrinciple,
  rows: () => referenceItems("guiding-principles", item),
};
