import { Connection } from "@convene/shared/connection/connection";
import type { Viewer } from "@convene/shared/viewer";
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
  ) {
    super(page.edges, page.pageInfo, () => page.totalCount());
  }
}

export class SearchService {
  constructor(
    private readonly things: SearchRepository,
    private readonly facets: SearchFacetsRepository,
    private readonly today: () => string,
  ) {}

  /** @throws BAD_USER_INPUT for a text or a list that is longer than any person would make. */
  async search(viewer: Viewer | null, args: SearchArgs): Promise<FoundThings> {
    wantedText({ text: args.text });
    const asking = { viewer, day: this.today() };
    const page = await this.things.search(asking, args);
    return new FoundThings(page, () => this.facets.count(asking, args));
  }
}
