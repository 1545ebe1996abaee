import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { SavedSearch } from "./saved-search.entity.ts";
import { DeleteSavedSearchInput, SaveSearchInput } from "./saved-search.inputs.ts";
import { isOwnSearch } from "./saved-search.policy.ts";
import type { SavedSearchService } from "./saved-search.service.ts";
import type { FoundRow } from "../search/search.repository.ts";
import {
  SavedSearchConnection,
  SavedSearchHitConnection,
  SavedSearchThingConnection,
} from "./saved-search.type.ts";

@Resolver(() => SavedSearch)
export class SavedSearchResolver {
  constructor(private readonly searches: SavedSearchService) {}

  @Query(() => SavedSearchConnection, {
    nullable: true,
    description: "The viewer's own saved searches, the latest first. None for nobody.",
  })
  savedSearches(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<SavedSearch>> {
    return this.searches.list(viewer, page);
  }

  @Mutation(() => SavedSearch, {
    nullable: true,
    description:
      "Saves a search for organisations or for everything, or one for partners. It is asked again within about a minute of a change, with everybody's eyes; who saved it is mailed when it finds something new, as often as their `notificationPreferences` say for `SEARCH`. What it finds at first is not told. At most 20.",
  })
  saveSearch(
    @Arg("input", () => SaveSearchInput, { description: "What to look for." })
    input: SaveSearchInput,
    @Ctx() context: Context,
  ): Promise<SavedSearch> {
    return this.searches.save(requireWriter(context), input);
  }

  @Mutation(() => SavedSearch, {
    nullable: true,
    description: "Takes one's saved search away, with the mails about it that wait.",
  })
  deleteSavedSearch(
    @Arg("input", () => DeleteSavedSearchInput, { description: "Which." })
    input: DeleteSavedSearchInput,
    @Ctx() context: Context,
  ): Promise<SavedSearch> {
    return this.searches.delete(requireWriter(context), input);
  }

  @FieldResolver(() => SavedSearchThingConnection, {
    description:
      "All that it has found so far, of whatever kind, the last first, as far as the viewer sees it today.",
  })
  foundThings(
    @Root() search: SavedSearch,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<FoundRow>> {
    return this.searches.foundThings(viewer, search, page);
  }

  @FieldResolver(() => SavedSearchHitConnection, {
    description:
      "The organisations that it has found so far, the last first, as far as the viewer sees it today. A plain search finds at most what everybody sees.",
  })
  found(
    @Root() search: SavedSearch,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<{ id: string }>> {
    return this.searches.found(viewer, search, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The filter as it was given, in JSON.",
  })
  filter(@Root() { filter }: SavedSearch): string | null {
    return filter && JSON.stringify(filter);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: "The organisation for which partners are looked for; null for a plain search.",
  })
  partnersFor(@Root() { seekerId }: SavedSearch): string | null {
    return seekerId;
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it away." })
  viewerCanDelete(@Root() search: SavedSearch, @Ctx() { viewer }: Context): boolean {
    return isOwnSearch(viewer, search);
  }
}
