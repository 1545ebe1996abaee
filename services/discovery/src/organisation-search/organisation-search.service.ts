import { Connection } from "@convene/shared/connection/connection";
import { distinct, optionalText } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import { askingOn } from "../asking/asking.value.ts";
import { SEARCH_TIME, withinTime } from "../asking/time-budget.service.ts";
import type { OrganisationDocument } from "../organisation/organisation-document.entity.ts";
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
    /** The whole result in its order, or so many of it. */
    readonly readAll: (limit: number) => Promise<OrganisationDocument[]>,
  ) {
    super(page.edges, page.pageInfo, () => page.totalCount());
  }
}

export interface OrganisationSearchParts {
  readonly organisations: OrganisationSearchRepository;
  readonly facets: OrganisationFacetsRepository;
  /** In milliseconds. */
  readonly mostTime?: number;
}

export class OrganisationSearchService {
  constructor(
    private readonly parts: OrganisationSearchParts,
    private readonly today: () => string,
  ) {}

  /** @throws BAD_USER_INPUT; LIMIT_EXCEEDED that says the budget, where it takes too long. */
  async search(viewer: Viewer | null, args: OrganisationSearchArgs): Promise<FoundOrganisations> {
    wantedText(args);
    const { organisations, facets, mostTime = SEARCH_TIME } = this.parts;
    const asking = askingOn(viewer, args.asOf, this.today);
    const page = await withinTime(mostTime, () => organisations.search(asking, args));
    const { edges, pageInfo } = page.map(({ id }) => ({ id }));
    const count = () => withinTime(mostTime, () => page.totalCount());
    return new FoundOrganisations(
      new Connection(edges, pageInfo, count),
      () => withinTime(mostTime, () => facets.count(asking, args)),
      (limit) => organisations.all(asking, args, limit),
    );
  }
}

type Wanted = Partial<Pick<OrganisationSearchArgs, "text" | "filter">>;

/**
 * The words that are asked for.
 *
 * @throws BAD_USER_INPUT for a text or a list that is longer than any person would make.
 */
export function wantedText({ text, filter }: Wanted): string | null {
  const { organisation, types } = filter?.relatedTo ?? {};
  optionalText("filter.relatedTo.organisation", organisation);
  checkValues("filter.relatedTo.types", types ?? []);
  return optionalText("text", text, MOST_CHARACTERS);
}

function checkValues(field: string, values: readonly string[]): void {
  for (const value of distinct(field, values, MOST_VALUES)) optionalText(field, value);
}
