import { checkPage, Connection } from "@convene/shared/connection/connection";
import { decodeCursor, encodeCursor } from "@convene/shared/connection/cursor";
import { invalid } from "@convene/shared/errors";
import { numbersUpTo } from "@convene/shared/input";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { FindPartnersArgs } from "./partner.inputs.ts";
import type { PartnerQuery, PartnerRepository, Ranked } from "./partner.repository.ts";
import { type Reason, reasonsOf, scoreOf, weigh } from "./partner-score.policy.ts";
import type { PartnerTermRepository } from "./partner-term.repository.ts";

const OBJECTIVES = 23;
const MOST_POINTS = 2 ** 31;

interface Suggested {
  readonly organisation: { id: string };
  readonly score: number;
  readonly reasons: Reason[];
}

/**
 * What the seeker has is weighed by how rare it is; the ranking adds the weights of what each other
 * organisation shares. So the same numbers rank and explain.
 */
export class PartnerService {
  constructor(
    private readonly terms: PartnerTermRepository,
    private readonly partners: PartnerRepository,
    private readonly today: () => string,
  ) {}

  /** Four statements, however many are found. Null where the viewer does not see the seeker. */
  async find(viewer: Viewer | null, args: FindPartnersArgs): Promise<Connection<Suggested> | null> {
    checkPage(args);
    const after = readCursor(args.after);
    const objectives = args.objectives
      ? numbersUpTo("objectives", args.objectives, OBJECTIVES)
      : null;
    if (prefixOf(args.for) === null) return null;
    const seeker = await this.terms.seeker(viewer, args.for);
    if (!seeker) return null;
    const asked = { viewer, day: this.today(), seeker, objectives };
    const terms = weigh(await this.terms.terms(asked), seeker.all);
    return this.page({ ...asked, terms, context: args.context }, args.first, after);
  }

  private async page(query: PartnerQuery, first: number, after: Ranked | null) {
    const { ranked, count } = await this.partners.rank(query, after, first + 1);
    const shown = ranked.slice(0, first);
    const findings = await this.partners.findings(
      query,
      shown.map(({ id }) => id),
    );
    const edges = shown.map(({ id, points }) => ({
      cursor: encodeCursor([points, id]),
      node: {
        organisation: { id },
        score: scoreOf(points),
        reasons: reasonsOf(findings.get(id) ?? [], query.terms),
      },
    }));
    const endCursor = edges.at(-1)?.cursor ?? null;
    const bounds = { hasNextPage: ranked.length > first, endCursor };
    return new Connection<Suggested>(edges, bounds, () => Promise.resolve(count));
  }
}

/** The place in the ranking behind which to go on. */
function readCursor(after: string | null | undefined): Ranked | null {
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
