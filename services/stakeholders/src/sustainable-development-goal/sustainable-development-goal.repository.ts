import { z } from "zod";
import { type ReferenceTable, referenceItems } from "../reference/reference.repository.ts";
import {
  MigrationLink,
  SustainableDevelopmentGoal,
} from "./sustainable-development-goal.entity.ts";

const target = z
  .object({
    code: z.string(),
    text: z.string(),
    link: z.enum(["direct", "related"]),
    objectives: z.array(z.int()),
  })
  .transform(({ objectives, link, ...given }) => ({
    ...given,
    link: link === "direct" ? MigrationLink.DIRECT : MigrationLink.RELATED,
    objectiveNumbers: objectives,
  }));

const item = z
  .object({
    number: z.int(),
    title: z.string(),
    shortTitle: z.string(),
    migrationTargets: z.array(target),
  })
  .transform((goal) => Object.assign(new SustainableDevelopmentGoal(), goal));

export const sustainableDevelopmentGoalTable: ReferenceTable<SustainableDevelopmentGoal> = {
  entity: SustainableDevelopmentGoal,
  rows: () => referenceItems("sdgs", item),
};
