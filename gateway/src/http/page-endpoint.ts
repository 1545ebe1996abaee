import {
  PAGE_HEADERS,
  type PageDoor,
  type PageOwner,
  type PageRequest,
  type PageResponse,
} from "@convene/shared/page/page-door";
import type { Claims, Viewer } from "@convene/shared/viewer";
import type { Budgets } from "../limit/budget.ts";
import { CALENDAR_COST, PAGE_COST, PAPER_COST, REQUEST_COST } from "../limit/cost.ts";
import type { ClaimsResolver } from "../viewer/claims.ts";
import { type GatewayRequest, type GatewayResponse, textResponse } from "./message.ts";
import { overBudget, within } from "./rate-limit-headers.ts";

const PAGE = /^\/pages\/([a-z-]{1,50})\/[a-z-]{1,50}$/;
/** These stand by themselves: the addresses of calendars are in the settings of many a program. */
const APART = [
  { path: "/calendar/", service: "meetings", cost: CALENDAR_COST },
  { path: "/papers/", service: "meetings", cost: PAPER_COST },
] as const;
const apartOf = (url: string) => APART.find(({ path }) => url.startsWith(path));

const NOT_ALLOWED = textResponse(405, "Only GET and POST are answered here");
const NOTHING = textResponse(404, "There is nothing here");

export const isPage = (path: string): boolean =>
  path.startsWith("/pages/") || apartOf(path) !== undefined;

export interface PageEndpointOptions {
  readonly doors: Readonly<Record<string, PageDoor>>;
  readonly claims: Pick<ClaimsResolver, "resolve">;
  readonly budgets: Budgets;
}

/**
 * What a secret in a link opens: `/pages/SERVICE/PAGE?link=…`, and all below `/calendar/` and
 * `/papers/`. A link that is somebody's own speaks with the roles that they have in the graph now,
 * and not with what they are on the platform; nobody need be signed in, and no cookie counts.
 */
export class PageEndpoint {
  constructor(private readonly options: PageEndpointOptions) {}

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
    const cost = apartOf(url)?.cost ?? PAGE_COST;
    const spent = budgets.spend(asking, cost);
    if (spent?.taken === false) return overBudget(spent, cost);
    const body = method === "POST" ? await request.body() : "";
    const asked = { method, path: url, headers: passed(request), body } as const;
    const from = { ...asked, client: client.address };
    return within(spent, await answerOf((part) => door.answer(viewer, { ...from, ...part })));
  }

  private doorOf(url: string): PageDoor | undefined {
    const [path = ""] = url.split("?", 1);
    const service = apartOf(path)?.service ?? PAGE.exec(path)?.[1];
    const { doors } = this.options;
    return service !== undefined && Object.hasOwn(doors, service) ? doors[service] : undefined;
  }

  private async viewerOf({ id, person }: PageOwner): Promise<Viewer> {
    const roles: Claims = await this.options.claims.resolve(person);
    return { kind: "link", id, person, platform: [], scopes: [], ...roles };
  }
}

type Ask = (part: Pick<PageRequest, "part">) => Promise<PageResponse>;

/** A page, or the parts of a file, of which the first is there before anything is sent. */
async function answerOf(ask: Ask): Promise<GatewayResponse> {
  const { parts, ...answer } = await ask({});
  if (parts === undefined) return answer;
  const first = await ask({ part: 0 });
  return first.status === 200 ? { ...answer, file: allParts(first, parts, ask) } : first;
}

/**
 * A file is fetched part by part as the client takes it, and never held whole. Whoever may not read
 * it any more in the middle gets no more of it.
 */
async function* allParts(first: PageResponse, parts: number, ask: Ask): AsyncGenerator<Uint8Array> {
  yield Buffer.from(first.body, "base64");
  for (let part = 1; part < parts; part += 1) {
    const { status, body } = await ask({ part });
    if (status !== 200) throw new Error("A file broke off while it was being sent");
    yield Buffer.from(body, "base64");
  }
}

const passed = ({ headers }: GatewayRequest): Record<string, string> =>
  Object.fromEntries(
    PAGE_HEADERS.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
