import { PAGE_HEADERS, type PageDoor, type PageOwner } from "@convene/shared/page/page-door";
import type { Claims, Viewer } from "@convene/shared/viewer";
import type { Budgets } from "../limit/budget.ts";
import { CALENDAR_COST, PAGE_COST, REQUEST_COST } from "../limit/cost.ts";
import type { ClaimsResolver } from "../viewer/claims.ts";
import { type GatewayRequest, type GatewayResponse, textResponse } from "./message.ts";
import { overBudget, within } from "./rate-limit-headers.ts";

const PAGE = /^\/pages\/([a-z-]{1,50})\/[a-z-]{1,50}$/;
/** Calendars stand by themselves: their addresses are in the settings of many a program. */
const CALENDAR = { path: "/calendar/", service: "meetings" };

const NOT_ALLOWED = textResponse(405, "Only GET and POST are answered here");
const NOTHING = textResponse(404, "There is nothing here");

export const isPage = (path: string): boolean =>
  path.startsWith("/pages/") || path.startsWith(CALENDAR.path);

export interface PageEndpointOptions {
  readonly doors: Readonly<Record<string, PageDoor>>;
  readonly claims: Pick<ClaimsResolver, "resolve">;
  readonly budgets: Budgets;
}

/**
 * What a secret in a link opens: `/pages/SERVICE/PAGE?link=…`, and all below `/calendar/`. A link
 * that is somebody's own speaks with the roles that they have in the graph now, and not with what
 * they are on the platform; nobody need be signed in, and no cookie counts.
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
    const cost = url.startsWith(CALENDAR.path) ? CALENDAR_COST : PAGE_COST;
    const spent = budgets.spend(asking, cost);
    if (spent?.taken === false) return overBudget(spent, cost);
    const body = method === "POST" ? await request.body() : "";
    const asked = { method, path: url, headers: passed(request), body } as const;
    return within(spent, await door.answer(viewer, { ...asked, client: client.address }));
  }

  private doorOf(url: string): PageDoor | undefined {
    const [path = ""] = url.split("?", 1);
    const service = path.startsWith(CALENDAR.path) ? CALENDAR.service : PAGE.exec(path)?.[1];
    const { doors } = this.options;
    return service !== undefined && Object.hasOwn(doors, service) ? doors[service] : undefined;
  }

  private async viewerOf({ id, person }: PageOwner): Promise<Viewer> {
    const roles: Claims = await this.options.claims.resolve(person);
    return { kind: "link", id, person, platform: [], scopes: [], ...roles };
  }
}

const passed = ({ headers }: GatewayRequest): Record<string, string> =>
  Object.fromEntries(
    PAGE_HEADERS.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
