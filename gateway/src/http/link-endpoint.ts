import { LINK_HEADERS, type LinkDoor, type LinkOwner } from "@convene/shared/link-door";
import type { Claims, Viewer } from "@convene/shared/viewer";
import type { Budgets } from "../limit/budget.ts";
import { LINK_COST, REQUEST_COST } from "../limit/cost.ts";
import type { ClaimsResolver } from "../viewer/claims.ts";
import { type GatewayRequest, type GatewayResponse, textResponse } from "./message.ts";
import { overBudget, within } from "./rate-limit-headers.ts";

/** Which service answers at which paths. */
const SERVICES: Readonly<Record<string, string>> = { "/calendar/": "meetings" };

const NOT_ALLOWED = textResponse(405, "Only GET and POST are answered here");
const NOTHING = textResponse(404, "There is nothing here");

export const isLink = (path: string): boolean =>
  Object.keys(SERVICES).some((prefix) => path.startsWith(prefix));

export interface LinkEndpointOptions {
  readonly doors: Readonly<Record<string, LinkDoor>>;
  readonly claims: Pick<ClaimsResolver, "resolve">;
  readonly budgets: Budgets;
}

/**
 * What a secret in a link opens. It speaks with the roles that its owner has in the graph now, and
 * not with what they are on the platform; nobody need be signed in, and no cookie counts.
 */
export class LinkEndpoint {
  constructor(private readonly options: LinkEndpointOptions) {}

  /** Throws `AppError` when nobody answers. */
  async handle(request: GatewayRequest): Promise<GatewayResponse> {
    const { method, url, client } = request;
    if (method !== "GET" && method !== "HEAD" && method !== "POST") return NOT_ALLOWED;
    const door = this.doorOf(url);
    if (!door) return NOTHING;
    const owner = await door.owner(url);
    const viewer = owner && (await this.viewerOf(owner));
    const { budgets } = this.options;
    const asking = { viewer, client };
    const begun = budgets.begin(asking);
    if (begun?.taken === false) return overBudget(begun, REQUEST_COST);
    const spent = budgets.spend(asking, LINK_COST);
    if (spent?.taken === false) return overBudget(spent, LINK_COST);
    const body = method === "POST" ? await request.body() : "";
    const answer = await door.answer(viewer, { method, path: url, headers: passed(request), body });
    return within(spent, answer);
  }

  private doorOf(url: string): LinkDoor | undefined {
    const [, service = ""] =
      Object.entries(SERVICES).find(([start]) => url.startsWith(start)) ?? [];
    return this.options.doors[service];
  }

  private async viewerOf({ id, person }: LinkOwner): Promise<Viewer> {
    const roles: Claims = await this.options.claims.resolve(person);
    return { kind: "link", id, person, platform: [], scopes: [], ...roles };
  }
}

const passed = ({ headers }: GatewayRequest): Record<string, string> =>
  Object.fromEntries(
    LINK_HEADERS.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
