import { checkPage, Connection } from "@convene/shared/connection/connection";
import { decodeCursor, encodeCursor } from "@convene/shared/connection/cursor";
import { invalid } from "@convene/shared/errors";
import { numbersUpTo, optionalText } from "@convene/shared/input";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { type Introduction, Introductions } from "../introduction/introduction.policy.ts";
import type { FindPartnersArgs } from "./partner.inputs.ts";
import type { PartnerCandidateRepository } from "./partner-candidate.repository.ts";
import { giveBack } from "./partner-evidence.policy.ts";
import type { FoundRanking, PartnerRankingService } from "./partner-ranking.service.ts";
import { PartnerReasons, type Reason } from "./partner-reason.policy.ts";
import { scoreOf } from "./partner-score.policy.ts";
import type { Ranked } from "./ranked-places.value.ts";

const OBJECTIVES = 23;
const LONGEST_BRIEF = 2_000;
const MOST_POINTS = 2 ** 31;

interface Suggested {
  readonly organisation: { id: string };
  readonly score: number;
  readonly reasons: Reason[];
  readonly introduction: Introduction | null;
}

/** The arguments of the field. */
export type WantedPartners = Pick<FindPartnersArgs, keyof FindPartnersArgs>;

type Place = Pick<Ranked, "id" | "points">;

/** The same numbers rank and explain. */
export class PartnerService {
  constructor(
    private readonly rankings: PartnerRankingService,
    private readonly candidates: PartnerCandidateRepository,
    private readonly today: () => string,
  ) {}

  /** As many statements, however many are found. Null where the viewer does not see the seeker. */
  async find(viewer: Viewer | null, args: WantedPartners): Promise<Connection<Suggested> | null> {
    checkPage(args);
    const after = readCursor(args.after);
    const objectives = args.objectives
      ? numbersUpTo("objectives", args.objectives, OBJECTIVES)
      : null;
    const brief = optionalText("brief", args.brief, LONGEST_BRIEF);
    if (prefixOf(args.for) === null) return null;
    const { context, filter = null } = args;
    const wanted = { for: args.for, context, objectives, brief, filter };
    const ranking = await this.rankings.rank(viewer, this.today(), wanted);
    return ranking && this.page(viewer, ranking, { first: args.first, after });
  }

  private async page(
    viewer: Viewer | null,
    found: FoundRanking,
    { first, after }: { first: number; after: Place | null },
  ): Promise<Connection<Suggested>> {
    const from = after ? found.ranked.countTo(after) : 0;
    const shown = found.ranked.slice(from, from + first);
    const all = suggestionsOf(found, shown);
    giveBack(found.search, found.evidence);
    const suggested = await this.stillVisible(viewer, found, all);
    const edges = suggested.map(({ points, ...node }) => ({
      cursor: encodeCursor([points, node.organisation.id]),
      node: { ...node, score: scoreOf(points) },
    }));
    const bounds = {
      hasNextPage: found.ranked.length > from + first,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return new Connection<Suggested>(edges, bounds, () => Promise.resolve(found.ranked.length));
  }

  /** What was hidden a moment ago is told no more; a reason or a way that names it neither. */
  private async stillVisible(
    viewer: Viewer | null,
    { isFresh, search }: FoundRanking,
    suggested: readonly Suggestion[],
  ): Promise<readonly Suggestion[]> {
    if (isFresh || suggested.length === 0) return suggested;
    const seeker = search.view.landscape.organisations[search.seeker]?.id ?? "";
    const asked = new Set([seeker, ...suggested.flatMap(idsIn)]);
    const seen = await this.candidates.visible(viewer, seeker, [...asked]);
    const isGone = (id: string) => prefixOf(id) !== null && !seen.has(id);
    if (isGone(seeker)) return [];
    return suggested
      .filter(({ organisation }) => !isGone(organisation.id))
      .map(({ reasons, introduction, ...kept }) => ({
        ...kept,
        reasons: reasons.filter(({ values }) => !values.some(isGone)),
        introduction: introduction?.steps.some(({ to }) => isGone(to.id)) ? null : introduction,
      }));
  }
}

type Suggestion = Omit<Suggested, "score"> & { readonly points: number };

function suggestionsOf(found: FoundRanking, shown: readonly Ranked[]): readonly Suggestion[] {
  if (shown.length === 0) return [];
  const reasons = new PartnerReasons(found, found.weights);
  const introductions = new Introductions(found.search.view, found.search.seeker);
  return shown.map(({ id, organisation, points }) => ({
    organisation: { id },
    points,
    reasons: reasons.of(organisation),
    introduction: introductions.to(organisation),
  }));
}

const idsIn = ({ organisation, reasons, introduction }: Suggestion): string[] => [
  organisation.id,
  ...reasons.flatMap(({ values }) => values),
  ...(introduction?.steps.map(({ to }) => to.id) ?? []),
];

/** The place in the ranking behind which to go on. */
function readCursor(after: string | null | undefined): Place | null {
  if (after === undefined || after === null) return null;
  const [points, id] = decodeCursor(after, 2);
  if (typeof points !== "number" || !Number.isInteger(points) || Math.abs(points) >= MOST_POINTS) {
    throw invalid("after", "after is no cursor of this list");
  }
  if (typeof id !== "string" || prefixOf(id) === null) {
    throw invalid("after", "after is no cursor of this list");
  }
  return { points, id };
}
