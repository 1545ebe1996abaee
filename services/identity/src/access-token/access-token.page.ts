import { type Context, Hono } from "hono";
import type { ApiKeyService } from "../api-key/api-key.service.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import type { SigningKeyService } from "../signing-key/signing-key.service.ts";
import { type AccessTokenService, TOKEN_GOOD_FOR } from "./access-token.service.ts";

export interface TokenPagesParts {
  readonly auth: Auth;
  readonly apiKeys: ApiKeyService;
  readonly tokens: AccessTokenService;
  readonly signingKeys: SigningKeyService;
}

/** For programs: tokens, and the keys by which anybody verifies them. */
export function tokenPages(parts: TokenPagesParts): Hono {
  const pages = new Hono();
  pages.post("/token", (context) => giveToken(context, parts));
  pages.get("/jwks.json", async (context) => {
    context.header("cache-control", "public, max-age=300");
    return context.json(await parts.signingKeys.published());
  });
  return pages;
}

async function giveToken(context: Context, parts: TokenPagesParts) {
  context.header("cache-control", "no-store");
  const grant = await grantOf(context, parts);
  const token = grant === null ? null : await parts.tokens.issue(grant);
  if (token === null) {
    const message = "Send an API key, or the cookie of a session";
    return context.json({ errors: [{ message, extensions: { code: "UNAUTHENTICATED" } }] }, 401);
  }
  return context.json({ access_token: token, token_type: "Bearer", expires_in: TOKEN_GOOD_FOR });
}

/** The id of the key that was sent, or else of the session. */
async function grantOf(context: Context, { auth, apiKeys }: TokenPagesParts) {
  const bearer = context.req.header("authorization")?.replace(/^bearer /i, "");
  const key = bearer ?? context.req.header("x-api-key");
  if (key !== undefined) return apiKeys.idOf(key);
  if (!isOwnPage(context)) return null;
  const session = await currentSession(auth, context.req.raw.headers);
  return session?.id ?? null;
}

/** A browser sends the cookie along whoever wrote the page that asks. */
function isOwnPage({ req }: Context): boolean {
  const origin = req.header("origin");
  const site = req.header("sec-fetch-site") ?? "none";
  const isOwn = origin === undefined || origin === new URL(req.url).origin;
  return isOwn && (site === "same-origin" || site === "none");
}
