import { FileImportResolver } from "@convene/shared/file-import/file-import.resolver";
import { FileImportService } from "@convene/shared/file-import/file-import.service";
import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import { MergeEdgesService } from "@convene/shared/merge/merge-edges.service";
import {
  mergeEdgesResolver,
  mergeReference,
  mergeStub,
} from "@convene/shared/merge/merge-edges.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./context.ts";
import { merging } from "./organisation-merge/practice-edges.repository.ts";
import { OrganisationRepository } from "./organisation/organisation.repository.ts";
import { OrganisationService } from "./organisation/organisation.service.ts";
import { organisationStub } from "./organisation/organisation.stub.ts";
import { PracticeChangeService } from "./practice/practice-change.service.ts";
import { PracticeRepository } from "./practice/practice.repository.ts";
import { PracticeResolver } from "./practice/practice.resolver.ts";
import { PracticeService } from "./practice/practice.service.ts";
import { OrganisationPracticesResolver } from "./practice-organisation/organisation-practices.resolver.ts";
import { PracticeImportResolver } from "./practice-import/practice-import.resolver.ts";
import { PracticeOrganisationResolver } from "./practice-organisation/practice-organisation.resolver.ts";
import { PracticeOrganisationService } from "./practice-organisation/practice-organisation.service.ts";
import { PracticeReviewResolver } from "./practice-review/practice-review.resolver.ts";
import { PracticeReviewService } from "./practice-review/practice-review.service.ts";
import { PracticeTypeResolver } from "./practice-type/practice-type.resolver.ts";
import { PracticeTypeService } from "./practice-type/practice-type.service.ts";

/** The composition root: everything this service is made of, wired once. */
export function createSchema({ db, transactions, feeds, audit }: ServiceParts): GraphQLSchema {
  const changes = new PracticeChangeService(transactions);
  const practices = new PracticeRepository(db.manager);
  const organisations = new OrganisationService(new OrganisationRepository(db.manager), feeds);
  const imports = new FileImportService(db, transactions);
  return buildSubgraph<Context>({
    resolvers: [
      new PracticeTypeResolver(new PracticeTypeService(db.manager)),
      new PracticeResolver(
        new PracticeService({ practices, organisations, transactions, changes }),
      ),
      new PracticeReviewResolver(new PracticeReviewService(changes)),
      new PracticeOrganisationResolver(new PracticeOrganisationService(changes, organisations)),
      new OrganisationPracticesResolver(),
      new PracticeImportResolver(imports),
      new FileImportResolver(imports, "practices"),
      mergeEdgesResolver("practiceEdges", new MergeEdgesService(db.manager, merging)),
      auditLogResolver("practices", audit.records),
    ],
    alsoTypes: [mergeStub("practiceEdges")],
    entities: {
      OrganisationMerge: mergeReference,
      Practice: ({ id }: Key, { loaders }: Context) => loaders.practices.load(id),
      Organisation: async ({ id }: Key, { loaders }: Context) =>
        (await loaders.organisations.load(id)) && organisationStub(id),
    },
  });
}

interface Key {
  readonly id: string;
}
