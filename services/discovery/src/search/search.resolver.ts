import type { GraphNode } from "@convene/shared/node";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { stubOf } from "../node/node.enum.ts";
import { SearchArgs } from "./search.inputs.ts";
import type { FoundThings, SearchFacetCounts, SearchService } from "./search.service.ts";
import { FoundThing, SearchFacets, SearchHit, SearchHitConnection } from "./search.type.ts";

@Resolver(() => SearchHitConnection)
export class SearchResolver {
  constructor(private readonly searches: SearchService) {}

  @Query(() => SearchHitConnection, {
    nullable: true,
    description:
      "Organisations, published practices, working groups, meetings and series that the viewer may see, by text and by facets, in one list, with counts for every facet.",
  })
  search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { viewer }: Context,
  ): Promise<FoundThings> {
    return this.searches.search(viewer, args);
  }

  @FieldResolver(() => SearchFacets, {
    description: "How many of the found things hold each value, under the current filter.",
  })
  facets(@Root() found: FoundThings): Promise<SearchFacetCounts> {
    return found.countFacets();
  }
}

@Resolver(() => SearchHit)
export class SearchHitResolver {
  @FieldResolver(() => FoundThing, {
    nullable: true,
    description: "The thing itself. Null where it is gone, or hidden from the viewer.",
  })
  thing(@Root() { id }: SearchHit): GraphNode | null {
    return stubOf(id);
  }
}
