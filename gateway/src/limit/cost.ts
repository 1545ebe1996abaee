import { OperationTypeNode } from "graphql";

/**
 * What a question costs, counted in objects of its answer when every page is full: the rest of its
 * work, in as many objects as take about as long. docs/limits.md tells it to clients.
 */
const COSTS = {
  /** To read any question, plan and answer it. */
  request: 50,
  /** Each field of a mutation: a transaction, with its feed and its jobs. */
  change: 50,
  /** Each `__schema` and `__type`: as much as one can ask of the schema, a large answer. */
  introspection: 500,
} as const;

/** What a question costs that is refused, and the least that any costs. */
export const REQUEST_COST = COSTS.request;

/** What a document of all that is held of somebody costs: every service looks into all its tables. */
export const PERSONAL_DATA_COST = 50_000;

/** What a page by a link costs, for one person and one thing. */
export const PAGE_COST = 50;

/** What a calendar by a link costs: a feed may have some hundred meetings. */
export const CALENDAR_COST = 500;

/** What a paper by a link costs: it is read in up to 25 parts. */
export const PAPER_COST = 500;

/** What stands at the root of an operation. */
export interface RootFields {
  readonly operation: OperationTypeNode;
  /** Fields that services answer. */
  readonly planned: number;
  /** `__schema` and `__type`. */
  readonly introspection: number;
}

/** What an operation costs beside the objects of its answer. */
export function fixedCost({ operation, planned, introspection }: RootFields): number {
  const changes = operation === OperationTypeNode.MUTATION ? planned : 0;
  return COSTS.request + changes * COSTS.change + introspection * COSTS.introspection;
}
