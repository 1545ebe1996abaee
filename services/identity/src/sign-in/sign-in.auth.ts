import { createAuthEndpoint } from "@better-auth/core/api";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Pool } from "pg";
import { z } from "zod";
import { SIGN_IN_KEY } from "./sign-in.job.ts";
import {
  isInvitationId,
  LINK_GOOD_FOR,
  newNonce,
  nonceOf,
  signInToken,
} from "./sign-in-link.value.ts";
import { SignInService } from "./sign-in.service.ts";

const DAY = 24 * 60 * 60;

/** How long somebody stays signed in who comes back within that time, in seconds. */
const SESSION = 30 * DAY;

/** Told by us alone, since a client may write whatever it likes. */
export const CLIENT_HEADER = "x-convene-client";

export type Auth = ReturnType<typeof createBetterAuth>;

/** better-auth over this service's own tables, by its own names for them. */
export function createBetterAuth({ db, site, transactions }: ServiceParts) {
  const url = site.url();
  return betterAuth({
    baseURL: url,
    basePath: "/auth",
    secret: site.keyFor("session"),
    // What a request says of its origin is the gateway's word, not the client's.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    database: (db.driver as unknown as { readonly master: Pool }).master,
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { onError: rethrowFaults },
    ...tables,
    advanced: {
      cookiePrefix: "convene",
      useSecureCookies: url.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      database: { generateId: ({ model }) => newId(PREFIXES[model] ?? "idt") },
    },
    rateLimit: { enabled: true, window: 60, max: 60 },
    // From where somebody signs in is nobody's business.
    databaseHooks: {
      session: {
        create: { before: (session) => Promise.resolve({ data: { ...session, ipAddress: null } }) },
      },
    },
    plugins: [openSession, mailedLink(new SignInService(transactions), site.keyFor(SIGN_IN_KEY))],
  });
}

const PREFIXES: Readonly<Record<string, string>> = { user: "acc", session: "ses" };

const times = { createdAt: "created_at", updatedAt: "updated_at", expiresAt: "expires_at" };

/** Nobody signs up by themselves: accounts are made by a link, in this service's transactions. */
const tables = {
  user: {
    modelName: "user_account",
    fields: {
      emailVerified: "email_verified",
      createdAt: times.createdAt,
      updatedAt: times.updatedAt,
    },
    additionalFields: {
      personId: { type: "string", required: true, input: false, fieldName: "person_id" },
    },
  },
  session: {
    expiresIn: SESSION,
    updateAge: DAY,
    fields: { ...times, userId: "account_id", userAgent: "user_agent", ipAddress: "ip_address" },
  },
  account: {
    modelName: "credential",
    fields: {
      createdAt: times.createdAt,
      updatedAt: times.updatedAt,
      userId: "account_id",
      accountId: "provider_account_id",
      providerId: "provider_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
    },
  },
  verification: { fields: times },
} satisfies BetterAuthOptions;

const mailedLink = (links: SignInService, key: string) =>
  magicLink({
    expiresIn: LINK_GOOD_FOR,
    disableSignUp: true,
    // For each address of the internet: a whole office may stand behind one.
    rateLimit: { window: 60, max: 20 },
    storeToken: "hashed",
    generateToken: () => signInToken(key, newNonce()),
    sendMagicLink: async ({ email, token, metadata }, context) => {
      const languages = languagesOf(context?.headers?.get("accept-language") ?? "");
      const asked: unknown = metadata?.["invitation"];
      const invitation = isInvitationId(asked) ? asked : null;
      await links.request({ email, nonce: nonceOf(token), languages, invitation });
    },
  });

/** The tags of `accept-language`, in the order in which browsers write them: best first. */
const languagesOf = (header: string): string[] =>
  header
    .split(",")
    .map((part) => part.split(";", 1)[0]?.trim() ?? "")
    .filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag))
    .slice(0, 10);

/** Signs somebody in who has proven by a link of ours who they are. No path leads to it. */
const openSession = {
  id: "open-session",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ account: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.account);
        if (!user) throw new Error("The account is gone");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { session: session.id };
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** A refusal is an answer; anything else is a fault, which is logged and masked further out. */
function rethrowFaults(error: unknown): void {
  if (!isAPIError(error) || error.status === "INTERNAL_SERVER_ERROR") throw error;
}

/** Signs an account in. @returns the cookies that say so */
export async function openedSession(
  auth: Auth,
  account: string,
  headers: Headers,
): Promise<readonly string[]> {
  const opened = await auth.api.openSession({ body: { account }, headers, returnHeaders: true });
  return opened.headers.getSetCookie();
}

export interface CurrentSession {
  readonly id: string;
  readonly account: string;
  /** Those that prolong it, when it is time. */
  readonly cookies: readonly string[];
}

/** Null where the cookies speak for nobody. */
export async function currentSession(
  auth: Auth,
  headers: Headers,
  { prolong = true } = {},
): Promise<CurrentSession | null> {
  const query = { disableRefresh: !prolong };
  const found = await auth.api.getSession({ headers, query, returnHeaders: true });
  if (!found.response) return null;
  const { session } = found.response;
  return { id: session.id, account: session.userId, cookies: found.headers.getSetCookie() };
}
