import { z } from "zod";
import { type ReferenceTable, referenceItems } from "../reference/reference.repository.ts";
import { StakeholderCategory } from "./stakeholder-category.entity.ts";

const item = z
  .object({
    id: z.string(),
    order: z.int(),
    label: z.string(),
    paragraph44: z.boolean(),
    definition: z.string().nullable(),
    crosswalk: z.object({
      iatiOrganisationType: z.string().nullable(),
      hrinfoOrganizationType: z.int().nullable(),
      schemaOrgType: z.string().nullable(),
    }),
  })
  .transform(({ order, paragraph44, crosswalk, ...category }) =>
    Object.assign(new StakeholderCategory(), {
      ...category,
      ...crosswalk,
      position: order,
      isInParagraph44: paragraph44,
    }),
  );

export const stakeholderCategoryTable: ReferenceTable<StakeholderCategory> = {
  entity: StakeholderCategory,
  rows: () => referenceItems("stakeholder-categories", item),
};
