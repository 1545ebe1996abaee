import { notFound } from "@convene/shared/errors";
import { PAGE_HEADERS, type PageDoor } from "@convene/shared/page/page-door";
import type { Budgets } from "../limit/budget.ts";
import { REQUEST_COST } from "../limit/cost.ts";
import { type GatewayRequest, type GatewayResponse, textResponse } from "./message.ts";
import { overBudget } from "./rate-limit-headers.ts";

/** Where pages of services stand, behind the name of the service. */
export const PAGES = "/pages/";

const PLACE = /^\/pages\/([a-z-]{1,50})(\/[a-z-]{1,50}(?:\?.{0,500})?)$/;
const NOT_ALLOWED = textResponse(405, "Only GET and POST are answered here");

/** `/pages/SERVICE/PAGE?link=…`: for people with a link, who need no account. */
export class PageEndpoint {
  constructor(
    private readonly services: Readonly<Record<string, PageDoor>>,
    private readonly budgets: Budgets,
  ) {}

  /** Throws `AppError` where there is no such page, and when nobody answers. */
  async handle({ method, url, headers, client, body }: GatewayRequest): Promise<GatewayResponse> {
    if (method !== "GET" && method !== "HEAD" && method !== "POST") return NOT_ALLOWED;
    const begun = this.budgets.begin({ viewer: null, client });
    if (begun?.taken === false) return overBudget(begun, REQUEST_COST);
    const [, service = "", path = ""] = PLACE.exec(url) ?? [];
    const door = Object.hasOwn(this.services, service) ? this.services[service] : undefined;
    if (!door) throw notFound("Page", service);
    return door.answer({
      ...{ method, path, client: client.address },
      headers: Object.fromEntries(
        PAGE_HEADERS.flatMap((name) => {
          const value = headers[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ),
      body: method === "POST" ? await body() : "",
    });
  }
}
