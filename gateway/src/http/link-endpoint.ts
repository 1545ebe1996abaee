import {
  LINK_HEADERS,
  type LinkDoor,
  type LinkOwner,
  type LinkRequest,
  type LinkResponse,
} from "@convene/shared/link-door";
import type { Claims, Viewer } from "@convene/shared/viewer";
import type { Budgets } from "../limit/budget.ts";
import { LINK_COST, REQUEST_COST } from "../limit/cost.ts";
import type { ClaimsResolver } from "../viewer/claims.ts";
import { type GatewayRequest, type GatewayResponse, textResponse } from "./message.ts";
import { overBudget, within } from "./rate-limit-headers.ts";

/** Which service answers at which paths. */
const SERVICES: Readonly<Record<string, string>> = {
  "/calendar/": "meetings",
  "/papers/": "meetings",
};

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
    const asked: LinkRequest = { method, path: url, headers: passed(request), body };
    const { parts, ...answer } = await door.answer(viewer, asked);
    if (parts === undefined) return within(spent, answer);
    const fetchPart = (part: number) => door.answer(viewer, { ...asked, part });
    const first = await fetchPart(0);
    if (first.status !== 200) return within(spent, first);
    return within(spent, { ...answer, file: allParts(first, parts, fetchPart) });
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

/**
 * A file is fetched part by part as the client takes it, and never held whole. Whoever may not read
 * it any more in the middle gets no more of it.
 */
async function* allParts(
  first: LinkResponse,
  parts: number,
  fetchPart: (part: number) => Promise<LinkResponse>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(first.body, "base64");
  for (let part = 1; part < parts; part += 1) {
    const { status, body } = await fetchPart(part);
    if (status !== 200) throw new Error("A file broke off while it was being sent");
    yield Buffer.from(body, "base64");
  }
}

const passed = ({ headers }: GatewayRequest): Record<string, string> =>
  Object.fromEntries(
    LINK_HEADERS.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
