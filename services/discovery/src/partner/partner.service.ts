import { checkPage, Connection, type ConnectionArgs } from "@convene/shared/connection/connection";
import { decodeCursor, encodeCursor } from "@convene/shared/connection/cursor";
import { numbersUpTo } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import { rank, type Reason, type Suggestion } from "./partner-score.policy.ts";
import type { FindPartnersArgs } from "./partner.inputs.ts";
import type { PartnerRepository } from "./partner.repository.ts";

const OBJECTIVES = 23;

interface Suggested {
  readonly organisation: { id: string };
  readonly score: number;
  readonly reasons: Reason[];
}

export class PartnerService {
  constructor(private readonly partners: PartnerRepository) {}

  /** Two statements, however many are found. */
  async find(viewer: Viewer | null, args: FindPartnersArgs): Promise<Connection<Suggested>> {
    checkPage(args);
    const { for: seeker, context } = args;
    const objectives = args.objectives
      ? numbersUpTo("objectives", args.objectives, OBJECTIVES)
      : null;
    const candidates = await this.partners.candidates(viewer, { seeker, context, objectives });
    return pageOf(rank(candidates, await this.partners.countAll()), args);
  }
}

/** The ranking is made whole each time; the cursor names the place by score and id. */
function pageOf(ranked: readonly Suggestion[], args: ConnectionArgs): Connection<Suggested> {
  const rest = args.after ? behind(ranked, args.after) : ranked;
  const edges = rest.slice(0, args.first).map(({ id, score, reasons }) => ({
    cursor: encodeCursor([score, id]),
    node: { organisation: { id }, score, reasons },
  }));
  const bounds = {
    hasNextPage: rest.length > args.first,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return new Connection(edges, bounds, () => Promise.resolve(ranked.length));
}

function behind(ranked: readonly Suggestion[], after: string): Suggestion[] {
  const [score, id] = decodeCursor(after, 2);
  return ranked.filter(
    (it) => it.score < Number(score) || (it.score === score && it.id > String(id)),
  );
}
