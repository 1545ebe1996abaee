import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import {
  forgetAllCells,
  importRetention,
} from "@convene/shared/file-import/import-retention.repository";
import { importEntities } from "@convene/shared/file-import/import-tables";
import { ImportUploads } from "@convene/shared/file-import/import-upload.service";
import { mergeEntities } from "@convene/shared/merge/merge-tables";
import { mergeReplica } from "@convene/shared/merge/merge-replica";
import { sweepMerges } from "@convene/shared/merge/move-edges";
import type { Replica } from "@convene/shared/replica/replica";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { Takedowns1700000100200 } from "../migrations/1700000100200-takedowns.ts";
import { practiceTakedowns } from "./takedown/takedown.replica.ts";
import { Practices1700000100000 } from "../migrations/1700000100000-practices.ts";
import { Imports1700000100010 } from "../migrations/1700000100010-imports.ts";
import { Merges1900000000400 } from "../migrations/1900000000400-merges.ts";
import { ImportSources1900000000521 } from "../migrations/1900000000521-import-sources.ts";
import { audited } from "./audited.ts";
import { createLoaders } from "./context.ts";
import { Organisation } from "./organisation/organisation.entity.ts";
import { organisationReplica } from "./organisation/organisation.replica.ts";
import { merging } from "./organisation-merge/practice-edges.repository.ts";
import { PracticeOrganisation } from "./practice/practice-organisation.entity.ts";
import { Practice } from "./practice/practice.entity.ts";
import { practiceImport } from "./practice-import/practice-import.job.ts";
import { PracticeType } from "./practice-type/practice-type.entity.ts";
import { PracticeTypeService } from "./practice-type/practice-type.service.ts";
import { permissions } from "./permissions.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";

const erasedPeople: Replica = {
  ...erasedKeys({ source: "stakeholders", type: "Person" }),
  followRemoval: ({ manager }) => forgetAllCells(manager),
};

/** What works, who proved it: practices, and their way from draft to publication. */
export const practices: ServiceDefinition = {
  name: "practices",
  entities: [
    Organisation,
    Practice,
    PracticeOrganisation,
    PracticeType,
    ...importEntities,
    TakenDownRecord,
    ...mergeEntities,
  ],
  migrations: [
    Practices1700000100000,
    Imports1700000100010,
    Takedowns1700000100200,
    Merges1900000000400,
    ImportSources1900000000521,
  ],
  replicas: [organisationReplica, mergeReplica(merging), practiceTakedowns, erasedPeople],
  permissions,
  audit: audited,
  removal,
  personalData,
  retention: [importRetention],
  jobs: [practiceImport],
  createUploads: ({ transactions }) => new ImportUploads(transactions, practiceImport),
  createSchema,
  createLoaders,
  daily: ({ transactions }) => transactions.write((tx) => sweepMerges(tx, merging)),
  loadReference: ({ db }) => new PracticeTypeService(db.manager).loadReference(),
};
