import type { Viewer } from "@convene/shared/viewer";
import { SEARCH_TIME, withinTime } from "../asking/time-budget.service.ts";
import { LandscapeView } from "../landscape/landscape-view.policy.ts";
import type { LandscapeService } from "../landscape/landscape.service.ts";
import type { Landscape } from "../landscape/landscape.value.ts";
import type { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";
import type { PartnerWeightService } from "./partner-weight.service.ts";
import type { PartnerContext } from "./partner.enum.ts";
import { holdersOfWords } from "./partner-brief.policy.ts";
import { wordsOf } from "./partner-brief.value.ts";
import type { PartnerCandidateRepository } from "./partner-candidate.repository.ts";
import { poolOf, type Ranking, type RankingRules, rankPartners } from "./partner-ranking.policy.ts";
import type { PartnerWeights } from "./partner-score.policy.ts";

export interface PartnersWanted {
  readonly for: string;
  readonly context: PartnerContext;
  /** Numbers of objectives of which partners work on one; null for any. */
  readonly objectives: readonly number[] | null;
  readonly brief: string | null;
  readonly filter: OrganisationSearchFilter | null;
}

export interface FoundRanking extends Ranking {
  readonly weights: PartnerWeights;
  /** Whether it tells how things stand now; else a moment ago. */
  readonly isFresh: boolean;
}

/** What everybody may see is the same for all who ask on a day. */
interface OpenView {
  readonly landscape: Landscape;
  readonly view: LandscapeView;
}

/** The whole ranking: what the API answers by pages, and what is measured. */
export class PartnerRankingService {
  private open: OpenView | null = null;

  constructor(
    private readonly landscapes: LandscapeService,
    private readonly candidates: PartnerCandidateRepository,
    private readonly weights: PartnerWeightService,
  ) {}

  /** Null where the viewer does not see who looks for partners. */
  async rank(
    viewer: Viewer | null,
    day: string,
    wanted: PartnersWanted,
  ): Promise<FoundRanking | null> {
    const { landscape, isFresh } = await this.landscapes.now();
    const seeker = landscape.numberOf.get(wanted.for);
    const its = seeker === undefined ? undefined : landscape.organisations[seeker];
    if (seeker === undefined || its === undefined) return null;
    const open = its.isOpenToPartners
      ? this.openView(landscape, day)
      : new LandscapeView(landscape, null, { day, seeker });
    const view = viewer === null ? open : open.as(viewer);
    if (!view.sees(seeker)) return null;
    const weights = await this.weights.weights();
    const { context } = wanted;
    const objectives = wanted.objectives?.map(String) ?? null;
    const brief = await this.briefHolders(landscape, wanted.brief);
    const search = { seeker, view, open, pool: poolOf(view, its, context), objectives, brief };
    const fits = await this.fitting({ viewer, day }, landscape, wanted);
    return { ...rankPartners(search, { weights, context, fits }), weights, isFresh };
  }

  private openView(landscape: Landscape, day: string): LandscapeView {
    if (this.open?.landscape !== landscape || this.open.view.day !== day) {
      this.open = { landscape, view: new LandscapeView(landscape, null, { day }) };
    }
    return this.open.view;
  }

  private async briefHolders(landscape: Landscape, brief: string | null) {
    const words = brief === null ? [] : wordsOf(brief);
    const having = await withinTime(SEARCH_TIME, () => this.candidates.having(words));
    return holdersOfWords(landscape, having, words);
  }

  private async fitting(
    asking: { viewer: Viewer | null; day: string },
    landscape: Landscape,
    { filter, objectives }: PartnersWanted,
  ): Promise<RankingRules["fits"]> {
    if (filter === null && objectives === null) return null;
    const found =
      filter === null
        ? null
        : await withinTime(SEARCH_TIME, () => this.candidates.fitting(asking, filter));
    return (organisation, id) => {
      if (found !== null && !found.has(id)) return false;
      const its = landscape.organisations[organisation]?.profile.objectives ?? [];
      return objectives === null || objectives.some((number) => its.includes(String(number)));
    };
  }
}
