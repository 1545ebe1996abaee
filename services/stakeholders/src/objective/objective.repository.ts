import { z } from "zod";
import { type ReferenceTable, referenceItems } from "../reference/reference.repository.ts";
import { Objective } from "./objective.entity.ts";

const item = z
  .object({
    number: z.int(),
    title: z.string(),
    shortTitle: z.string(),
    roundTable: z.int(),
  })
  .transform(({ roundTable, ...objective }) =>
    Object.assign(new Objective(), { ...objective, roundTableNumber: roundTable }),
  );

export const objectiveTable: ReferenceTable<Objective> = {
  entity: Objective,
  rows: () => referenceItems("objectives", item),
};
