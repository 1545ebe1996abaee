import { Connection } from "@convene/shared/connection/connection";
import type { Viewer } from "@convene/shared/viewer";
import { SEARCH_TIME, withinTime } from "../asking/time-budget.service.ts";
import type { FacetCount } from "../organisation-search/organisation-facets.repository.ts";
import { wantedText } from "../organisation-search/organisation-search.service.ts";
import type { SearchFacetName, SearchFacetsRepository } from "./search-facets.repository.ts";
import type { SearchArgs } from "./search.inputs.ts";
import type { FoundRow, SearchRepository } from "./search.repository.ts";

export type SearchFacetCounts = Record<SearchFacetName, FacetCount[]>;

/** A page of found things, which can count the facets of the whole result. */
export class FoundThings extends Connection<FoundRow> {
  constructor(
    page: Connection<FoundRow>,
    readonly countFacets: () => Promise<SearchFacetCounts>,
    /** The whole result in its order, or so many of it. */
    readonly readAll: (limit: number) => Promise<FoundRow[]>,
  ) {
    super(page.edges, page.pageInfo, () => page.totalCount());
  }
}

export interface SearchParts {
  readonly things: SearchRepository;
  readonly facets: SearchFacetsRepository;
  /** In milliseconds. */
  readonly mostTime?: number;
}

export class SearchService {
  constructor(
    private readonly parts: SearchParts,
    private readonly today: () => string,
  ) {}

  /**
   * @throws BAD_USER_INPUT for a text or a list that is longer than any person would make;
   *   LIMIT_EXCEEDED that says the budget, where it takes too long.
   */
  async search(viewer: Viewer | null, args: SearchArgs): Promise<FoundThings> {
    wantedText({ text: args.text });
    const { things, facets, mostTime = SEARCH_TIME } = this.parts;
    const asking = { viewer, day: this.today() };
    const page = await withinTime(mostTime, () => things.search(asking, args));
    const count = () => withinTime(mostTime, () => page.totalCount());
    return new FoundThings(
      new Connection(page.edges, page.pageInfo, count),
      () => withinTime(mostTime, () => facets.count(asking, args)),
      (limit) => things.all(asking, args, limit),
    );
  }
}
