import { type BareItem, serializeList } from "structured-headers";
import { BUDGET_WINDOW, type BudgetState } from "../limit/budget.ts";
import { type GatewayResponse, refuse } from "./message.ts";

/**
 * `RateLimit-Policy` and `RateLimit` of draft-ietf-httpapi-ratelimit-headers-11, as structured
 * fields (RFC 9651). The unit of the quota is ours: the draft knows requests and bytes only.
 */
const rateLimitHeaders = (state: BudgetState): Readonly<Record<string, string>> => ({
  "ratelimit-policy": listOf(state.name, [
    ["q", state.size],
    ["qu", "cost"],
    ["w", BUDGET_WINDOW],
  ]),
  ratelimit: listOf(state.name, [
    ["r", state.left],
    ["t", state.seconds],
  ]),
});

/** The answer, with where its client stands in their budget. */
export const within = (state: BudgetState | null, response: GatewayResponse): GatewayResponse =>
  state === null
    ? response
    : { ...response, headers: { ...response.headers, ...rateLimitHeaders(state) } };

/** 429 (RFC 6585), which says when to ask again. */
export function overBudget(state: BudgetState, cost: number): GatewayResponse {
  const { left, seconds } = state;
  return refuse({
    status: 429,
    code: "LIMIT_EXCEEDED",
    message:
      `Too much was asked in the last minute: this costs ${cost}, and ${left} are left. ` +
      `Ask again in ${seconds} seconds`,
    headers: { ...rateLimitHeaders(state), "retry-after": String(seconds) },
  });
}

const listOf = (name: string, parameters: readonly (readonly [string, BareItem])[]): string =>
  serializeList([[name, new Map(parameters)]]);
