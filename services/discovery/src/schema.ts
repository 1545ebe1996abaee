import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { EntityManager } from "typeorm";
import type { Context } from "./context.ts";
import { CoverageRepository } from "./coverage/coverage.repository.ts";
import { CoverageResolver } from "./coverage/coverage.resolver.ts";
import { CoverageService } from "./coverage/coverage.service.ts";
import { GroupHealthRepository } from "./group-health/group-health.repository.ts";
import { GroupHealthResolver } from "./group-health/group-health.resolver.ts";
import { GroupHealthService } from "./group-health/group-health.service.ts";
import { NeighbourhoodRepository } from "./neighbourhood/neighbourhood.repository.ts";
import { NeighbourhoodResolver } from "./neighbourhood/neighbourhood.resolver.ts";
import { NeighbourhoodService } from "./neighbourhood/neighbourhood.service.ts";
import { NetworkAnalysisRepository } from "./network-analysis/network-analysis.repository.ts";
import { NetworkAnalysisResolver } from "./network-analysis/network-analysis.resolver.ts";
import { NetworkAnalysisService } from "./network-analysis/network-analysis.service.ts";
import { NetworkAnalysisThread } from "./network-analysis/network-analysis-thread.service.ts";
import { NodePlaceResolver } from "./network-analysis/node-place.resolver.ts";
import { NodeMetricsResolver } from "./network-analysis/node-metrics.resolver.ts";
import { NetworkExportResolver } from "./network-export/network-export.resolver.ts";
import { NetworkExportService } from "./network-export/network-export.service.ts";
import { NetworkGraphRepository } from "./network-graph/network-graph.repository.ts";
import { NetworkGraphResolver } from "./network-graph/network-graph.resolver.ts";
import { NetworkGraphService } from "./network-graph/network-graph.service.ts";
import { GraphNodeService } from "./node/graph-node.service.ts";
import { nodeKinds, ownedKinds } from "./node/node.enum.ts";
import { NodeRepository } from "./node/node.repository.ts";
import { NodeResolver } from "./node/node.resolver.ts";
import { OrganisationExportResolver } from "./organisation-export/organisation-export.resolver.ts";
import { OrganisationExportService } from "./organisation-export/organisation-export.service.ts";
import { OrganisationFacetsRepository } from "./organisation-search/organisation-facets.repository.ts";
import { OrganisationSearchRepository } from "./organisation-search/organisation-search.repository.ts";
import { OrganisationSearchResolver } from "./organisation-search/organisation-search.resolver.ts";
import { OrganisationSearchService } from "./organisation-search/organisation-search.service.ts";
import { PartnerCandidateRepository } from "./partner/partner-candidate.repository.ts";
import { PartnerResolver } from "./partner/partner.resolver.ts";
import { PartnerService } from "./partner/partner.service.ts";
import { partnerRankings } from "./partner/shared-ranking.service.ts";
import { PathResolver } from "./path/path.resolver.ts";
import { PathSearchService } from "./path/path-search.service.ts";
import { PathService } from "./path/path.service.ts";
import { PathRepository } from "./path/path.repository.ts";
import { RepresentationRepository } from "./representation/representation.repository.ts";
import { RepresentationResolver } from "./representation/representation.resolver.ts";
import { RepresentationService } from "./representation/representation.service.ts";
import { SavedSearchLookService } from "./saved-search/saved-search-look.service.ts";
import { SavedSearchResolver } from "./saved-search/saved-search.resolver.ts";
import { SavedSearchService } from "./saved-search/saved-search.service.ts";
import { SearchExportResolver } from "./search-export/search-export.resolver.ts";
import { SearchExportService } from "./search-export/search-export.service.ts";
import { SearchFacetsRepository } from "./search/search-facets.repository.ts";
import { SearchRepository } from "./search/search.repository.ts";
import { SearchHitResolver, SearchResolver } from "./search/search.resolver.ts";
import { SearchService } from "./search/search.service.ts";
import { today } from "./asking/asking.value.ts";

/** The composition root: everything this service is made of, wired once. */
export function createSchema(parts: ServiceParts) {
  const { db, audit } = parts;
  const organisations = new OrganisationSearchRepository(db.manager);
  const facets = new OrganisationFacetsRepository(db.manager);
  const searches = new OrganisationSearchService({ organisations, facets }, today);
  const graphNodes = new GraphNodeService(new NodeRepository(db.manager));
  const ties = new NeighbourhoodRepository(db.manager);
  const neighbourhoods = new NeighbourhoodService(graphNodes, ties, today);
  const pathRows = new PathRepository(db.manager);
  const search = new PathSearchService(ties, pathRows);
  const paths = new PathService({ nodes: graphNodes, search, paths: pathRows }, today);
  const candidates = new PartnerCandidateRepository(db.manager);
  const partners = new PartnerService(partnerRankings(db.manager), candidates, today);
  return buildSubgraph<Context>({
    resolvers: [
      new NodeResolver(),
      new OrganisationSearchResolver(searches),
      ...searchResolvers(db.manager),
      new OrganisationExportResolver(new OrganisationExportService()),
      new NeighbourhoodResolver(neighbourhoods),
      new PathResolver(paths),
      ...networkResolvers(db.manager),
      new PartnerResolver(partners),
      savedSearchResolver(parts),
      auditLogResolver("discovery", audit.records),
    ],
    entities: {
      // What is answered of it here is how it fares.
      WorkingGroup: ({ id }: { id: string }, { loaders }) =>
        loaders.groupHealth.load(id).then((health) => health?.group ?? null),
    },
    alsoTypes: [...Object.values(nodeKinds), ...Object.values(ownedKinds)],
  });
}

/** One search for things of all types. */
function searchResolvers(manager: EntityManager) {
  const facets = new SearchFacetsRepository(manager);
  const searches = new SearchService({ things: new SearchRepository(manager), facets }, today);
  const exports = new SearchExportResolver(new SearchExportService());
  return [new SearchResolver(searches), new SearchHitResolver(), exports];
}

function savedSearchResolver({ db, transactions }: ServiceParts) {
  const looks = new SavedSearchLookService({ db, transactions });
  const searches = new SavedSearchService({ manager: db.manager, transactions, looks });
  return new SavedSearchResolver(searches);
}

/** What is asked of a network as a whole: its drawing, its metrics, its gaps. */
function networkResolvers(manager: EntityManager) {
  const graphs = new NetworkGraphService(new NetworkGraphRepository(manager), today);
  const analyses = new NetworkAnalysisRepository(manager);
  const thread = new NetworkAnalysisThread();
  const metrics = new NetworkAnalysisService({ graphs, analyses, thread }, today);
  const coverages = new CoverageService(new CoverageRepository(manager), today);
  const needs = new RepresentationRepository(manager);
  const representations = new RepresentationService(needs, today);
  return [
    new NetworkGraphResolver(graphs),
    new NetworkAnalysisResolver(metrics),
    new NodeMetricsResolver(),
    new NodePlaceResolver(metrics),
    new NetworkExportResolver(new NetworkExportService(metrics)),
    new CoverageResolver(coverages),
    new RepresentationResolver(representations),
    new GroupHealthResolver(new GroupHealthService(new GroupHealthRepository(manager), today)),
  ];
}
