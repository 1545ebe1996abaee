import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { OrganisationSearchArgs } from "./organisation-search.inputs.ts";
import type {
  FacetCounts,
  FoundOrganisations,
  OrganisationSearchService,
} from "./organisation-search.service.ts";
import { FoundOrganisationConnection, OrganisationFacets } from "./organisation-search.type.ts";

@Resolver(() => FoundOrganisationConnection)
export class OrganisationSearchResolver {
  constructor(private readonly searches: OrganisationSearchService) {}

  @Query(() => FoundOrganisationConnection, {
    nullable: true,
    description:
      "Organisations by text and by facets that cross all services, with counts for every facet.",
  })
  searchOrganisations(
    @Args(() => OrganisationSearchArgs) args: OrganisationSearchArgs,
    @Ctx() { viewer }: Context,
  ): Promise<FoundOrganisations> {
    return this.searches.search(viewer, args);
  }

  @FieldResolver(() => OrganisationFacets, {
    description: "How many of the found organisations hold each value, under the current filter.",
  })
  facets(@Root() found: FoundOrganisations): Promise<FacetCounts> {
    return found.countFacets();
  }
}
