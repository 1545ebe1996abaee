import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { EntityManager } from "typeorm";
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
import { LandscapeRepository } from "./landscape/landscape.repository.ts";
import { LandscapeService } from "./landscape/landscape.service.ts";
import { PartnerCandidateRepository } from "./partner/partner-candidate.repository.ts";
import { PartnerRankingService } from "./partner/partner-ranking.service.ts";
import { PartnerResolver } from "./partner/partner.resolver.ts";
import { PartnerService } from "./partner/partner.service.ts";
import { PartnerWeightService } from "./partner/partner-weight.service.ts";
import { today } from "./asking/asking.value.ts";

/** Also asked by what measures it. */
export const partnerRankings = (manager: EntityManager) =>
  new PartnerRankingService(
    new LandscapeService(new LandscapeRepository(manager)),
    new PartnerCandidateRepository(manager),
    new PartnerWeightService(manager),
  );

/** The composition root: everything this service is made of, wired once. */
export function createSchema({ db }: ServiceParts) {
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
  const candidates = new PartnerCandidateRepository(db.manager);
  const partners = new PartnerService(partnerRankings(db.manager), candidates, today);
  return buildSubgraph<Context>({
    resolvers: [
      new NodeResolver(),
      new OrganisationSearchResolver(searches),
      new NeighbourhoodResolver(neighbourhoods),
      new PartnerResolver(partners),
    ],
    entities: {},
    alsoTypes: Object.values(nodeKinds),
  });
}
