import { Connection } from "@convene/shared/connection/connection";
import { invalid } from "@convene/shared/errors";
import { optionalText } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import type { FacetFilter } from "./facet-filter.inputs.ts";
import type {
  FacetCount,
  FacetName,
  OrganisationFacetsRepository,
} from "./organisation-facets.repository.ts";
import type { OrganisationSearchArgs } from "./organisation-search.inputs.ts";
import type { OrganisationSearchRepository } from "./organisation-search.repository.ts";

const MOST_VALUES = 100;
const MOST_CHARACTERS = 200;

interface Found {
  id: string;
}

export type FacetCounts = Record<FacetName, FacetCount[]>;

/** A page of found organisations, which can count the facets of the whole result. */
export class FoundOrganisations extends Connection<Found> {
  constructor(
    page: Connection<Found>,
    readonly countFacets: () => Promise<FacetCounts>,
  ) {
    super(page.edges, page.pageInfo, () => page.totalCount());
  }
}

export class OrganisationSearchService {
  constructor(
    private readonly organisations: OrganisationSearchRepository,
    private readonly facets: OrganisationFacetsRepository,
  ) {}

  async search(viewer: Viewer | null, args: OrganisationSearchArgs): Promise<FoundOrganisations> {
    checkQuery(args);
    const page = await this.organisations.search(viewer, args);
    return new FoundOrganisations(
      page.map(({ id }) => ({ id })),
      () => this.facets.count(viewer, args),
    );
  }
}

/** @throws BAD_USER_INPUT for a text or a list that is longer than any person would make. */
function checkQuery({ text, filter }: OrganisationSearchArgs): void {
  optionalText("text", text, MOST_CHARACTERS);
  for (const [name, facet] of Object.entries(filter ?? {})) {
    if (typeof facet !== "object" || facet === null) continue;
    const { anyOf, allOf, noneOf } = facet as FacetFilter<unknown>;
    for (const [kind, values] of Object.entries({ anyOf, allOf, noneOf })) {
      if (values && values.length > MOST_VALUES) {
        throw invalid(`filter.${name}.${kind}`, `At most ${MOST_VALUES} values in one list`);
      }
    }
  }
}
