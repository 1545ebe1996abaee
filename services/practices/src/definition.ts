import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { Practices1700000100000 } from "../migrations/1700000100000-practices.ts";
import { createLoaders } from "./context.ts";
import { Organisation } from "./organisation/organisation.entity.ts";
import { organisationReplica } from "./organisation/organisation.replica.ts";
import { PracticeOrganisation } from "./practice/practice-organisation.entity.ts";
import { Practice } from "./practice/practice.entity.ts";
import { PracticeType } from "./practice-type/practice-type.entity.ts";
import { PracticeTypeService } from "./practice-type/practice-type.service.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";

/** What works, who proved it: practices, and their way from draft to publication. */
export const practices: ServiceDefinition = {
  name: "practices",
  entities: [Organisation, Practice, PracticeOrganisation, PracticeType],
  migrations: [Practices1700000100000],
  replicas: [organisationReplica],
  removal,
  createSchema,
  createLoaders,
  loadReference: ({ db }) => new PracticeTypeService(db.manager).loadReference(),
};
