import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { Context } from "./context.ts";
import { NeighbourhoodRepository } from "./neighbourhood/neighbourhood.repository.ts";
import { NeighbourhoodResolver } from "./neighbourhood/neighbourhood.resolver.ts";
import { NeighbourhoodService } from "./neighbourhood/neighbourhood.service.ts";
import { nodeKinds } from "./node/node.enum.ts";
import { NodeRepository } from "./node/node.repository.ts";
import { NodeResolver } from "./node/node.resolver.ts";
import { OrganisationFacetsRepository } from "./organisation-search/organisation-facets.repository.ts";
import { OrganisationSearchRepository } from "./organisation-search/organisation-search.repository.ts";
import { OrganisationSearchResolver } from "./organisation-search/organisation-search.resolver.ts";
import { OrganisationSearchService } from "./organisation-search/organisation-search.service.ts";
import { PartnerRepository } from "./partner/partner.repository.ts";
import { PartnerResolver } from "./partner/partner.resolver.ts";
import { PartnerService } from "./partner/partner.service.ts";
import { PartnerTermRepository } from "./partner/partner-term.repository.ts";
import { today } from "./asking/asking.value.ts";

/** The composition root: everything this service is made of, wired once. */
export function createSchema({ db, audit }: ServiceParts) {
  const searches = new OrganisationSearchService(
    new OrganisationSearchRepository(db.manager),
    new OrganisationFacetsRepository(db.manager),
    today,
  );
  const neighbourhoods = new NeighbourhoodService(
    new NodeRepository(db.manager),
    new NeighbourhoodRepository(db.manager),
    today,
  );
  const partners = new PartnerService(
    new PartnerTermRepository(db.manager),
    new PartnerRepository(db.manager),
    today,
  );
  return buildSubgraph<Context>({
    resolvers: [
      new NodeResolver(),
      new OrganisationSearchResolver(searches),
      new NeighbourhoodResolver(neighbourhoods),
      new PartnerResolver(partners),
      auditLogResolver("discovery", audit.records),
    ],
    entities: {},
    alsoTypes: Object.values(nodeKinds),
  });
}
