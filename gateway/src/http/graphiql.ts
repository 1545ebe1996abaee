import { randomBytes } from "node:crypto";
import type { GatewayResponse } from "./message.ts";
import { contentPolicy } from "./security-headers.ts";

/** What stands before the page's one script, and what behind its opening tag. */
type Halves = readonly [before: string, after: string];

let halves: Promise<Halves> | null = null;

/** The page to try queries on: loaded when it is first asked for, since it is large. */
export async function graphiqlPage(): Promise<GatewayResponse> {
  halves ??= load();
  const [before, after] = await halves;
  const nonce = randomBytes(16).toString("base64");
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policyOf(nonce),
    },
    body: `${before}<script nonce="${nonce}">${after}`,
  };
}

/** Its own script alone runs. The editor writes styles as it goes, and works in workers. */
const policyOf = (nonce: string): string =>
  contentPolicy({
    "default-src": "'none'",
    "script-src": `'nonce-${nonce}'`,
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    "img-src": "data:",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "form-action": "'none'",
  });

const ROOT = '<div id="root"></div>';
const SCRIPT = "<script>";

async function load(): Promise<Halves> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const page = renderGraphiQL({ title: "Convene", endpoint: "/graphql" });
  // The script's own text holds such a tag too: the page's is the first behind its root.
  const at = page.indexOf(SCRIPT, page.indexOf(ROOT));
  if (at < 0 || !page.includes(ROOT)) throw new Error("GraphiQL's page is of another form");
  return [page.slice(0, at), page.slice(at + SCRIPT.length)];
}
