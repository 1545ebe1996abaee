import { invalid } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { withinTime } from "../asking/time-budget.service.ts";
import type { TieQuery } from "../tie/graph-tie.repository.ts";
import type { GraphNodeService } from "../node/graph-node.service.ts";
import type { ConnectArgs } from "./path.inputs.ts";
import { type Step, strongest } from "./path-ranking.value.ts";
import type { PathSearchService } from "./path-search.service.ts";
import { type Reason, reasonOf, rounded } from "./path-strength.value.ts";
import type { Pair, PathRepository, Shared } from "./path.repository.ts";

const MOST_HOPS = 4;
const MOST_PATHS = 10;
const MOST_TIME = 5_000;
const NOTHING: Shared = { count: 0, lastOn: null };

interface FoundPath {
  readonly hops: number;
  readonly strength: number;
  readonly steps: readonly (Reason & { from: string; to: string })[];
}

export interface PathParts {
  readonly nodes: GraphNodeService;
  readonly search: PathSearchService;
  readonly paths: PathRepository;
}

/** Who leads to whom, and why: over what the viewer may see, and nothing else. */
export class PathService {
  constructor(
    private readonly parts: PathParts,
    private readonly today: () => string,
  ) {}

  /**
   * Null where the viewer does not see both ends.
   *
   * @throws LIMIT_EXCEEDED with the budget where the way leads through too much, or takes too long.
   */
  connect(viewer: Viewer | null, args: ConnectArgs): Promise<{ paths: FoundPath[] } | null> {
    checkArgs(args);
    const { edgeTypes: kinds = null, includeInherited } = args;
    const query = { viewer, day: args.asOf ?? this.today(), kinds, includeInherited };
    return withinTime(MOST_TIME, () => this.find(args, query));
  }

  private async find(args: ConnectArgs, query: TieQuery): Promise<{ paths: FoundPath[] } | null> {
    const { viewer } = query;
    const seesFrom = await this.parts.nodes.isVisible(viewer, "from", args.from);
    const seesTo = await this.parts.nodes.isVisible(viewer, "to", args.to);
    if (!seesFrom || !seesTo) return null;
    const layers = await this.parts.search.shortest(args, query);
    if (layers === null) return { paths: [] };
    const reasons = await this.reasons(layers.flat(), query);
    const reasonFor = (step: Step): Reason => reasons.get(step) ?? reasonOf([], NOTHING, query.day);
    const ranked = strongest(layers, (step) => reasonFor(step).strength, args.count);
    const paths = ranked.map((steps) => {
      const told = steps.map((step) => ({ ...reasonFor(step), from: step.from, to: step.to }));
      const sum = told.reduce((all, { strength }) => all + strength, 0);
      return { hops: told.length, strength: rounded(sum / told.length), steps: told };
    });
    return { paths };
  }

  /** Three statements, however many steps there are. */
  private async reasons(steps: readonly Step[], query: TieQuery): Promise<Map<Step, Reason>> {
    const [both, placed] = [steps.filter(isOfOrganisations), steps.filter(isAtPlace)];
    const ofBoth = await this.parts.paths.ofOrganisations(
      both.map(({ from, to }): Pair => [from, to]),
      query,
    );
    const atPlaces = await this.parts.paths.atPlaces(placed.map(withPlaceLast), query);
    const shared = new Map<Step, Shared>();
    for (const [at, known] of ofBoth) keep(shared, both[at], known);
    for (const [at, known] of atPlaces) keep(shared, placed[at], known);
    return new Map(
      steps.map((step) => [step, reasonOf(step.ties, shared.get(step) ?? NOTHING, query.day)]),
    );
  }
}

function keep(shared: Map<Step, Shared>, step: Step | undefined, known: Shared): void {
  if (step) shared.set(step, known);
}

const isOrganisation = (id: string): boolean => id.startsWith("org_");

const isOfOrganisations = ({ from, to }: Step): boolean =>
  isOrganisation(from) && isOrganisation(to);

/** Practices hold no meetings. */
const isAtPlace = (step: Step): boolean =>
  [step.from, step.to].some((id) => id.startsWith("grp_") || id.startsWith("net_"));

const withPlaceLast = ({ from, to }: Step): Pair =>
  isOrganisation(from) ? [from, to] : [to, from];

function checkArgs({ from, to, maxHops, count }: ConnectArgs): void {
  if (from === to) throw invalid("to", "to must be another one than from");
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MOST_HOPS) {
    throw invalid("maxHops", `maxHops must be from 1 to ${MOST_HOPS}`);
  }
  if (!Number.isInteger(count) || count < 1 || count > MOST_PATHS) {
    throw invalid("count", `count must be from 1 to ${MOST_PATHS}`);
  }
}
