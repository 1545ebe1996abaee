import { createAuthEndpoint } from "@better-auth/core/api";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Pool } from "pg";
import { z } from "zod";
import { languagesIn } from "../layout/language.page.ts";
import { passkeys } from "./passkey.auth.ts";
import { secondFactorAfter } from "./second-factor.auth.ts";
import { sessionEnd } from "./session-life.value.ts";
import { SIGN_IN_KEY } from "./sign-in.job.ts";
import {
  isInvitationId,
  LINK_GOOD_FOR,
  newNonce,
  nonceOf,
  signInToken,
} from "./sign-in-link.value.ts";
import { tables } from "./sign-in-table.auth.ts";
import { SignInService } from "./sign-in.service.ts";

/** Told by us alone, since a client may write whatever it likes. */
export const CLIENT_HEADER = "x-convene-client";

export type Auth = ReturnType<typeof createBetterAuth>;

/** better-auth with all that people sign in by here. */
export const createBetterAuth = (parts: ServiceParts) =>
  betterAuth({
    ...baseOptions(parts),
    emailAndPassword: { enabled: true, disableSignUp: true },
    rateLimit: { enabled: true, window: 60, max: 60 },
    plugins: [
      ownSessions,
      mailedLink(new SignInService(parts.transactions), parts.site.keyFor(SIGN_IN_KEY)),
      secondFactorAfter("/sign-in/email", "/magic-link/verify"),
      passkeys(parts.site.url()),
    ],
  });

/** better-auth over this service's own tables, by its own names for them. */
export function baseOptions({ db, site }: Pick<ServiceParts, "db" | "site">) {
  const url = site.url();
  return {
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
    databaseHooks: {
      session: { create: { before: (session) => Promise.resolve(begun(session)) } },
    },
  } satisfies BetterAuthOptions;
}

const PREFIXES: Readonly<Record<string, string>> = { user: "acc", session: "ses" };

/** From where somebody signs in is nobody's business. */
const begun = <T extends { createdAt: Date }>(session: T) => ({
  data: { ...session, ipAddress: null, expiresAt: sessionEnd(session.createdAt) },
});

const mailedLink = (links: SignInService, key: string) =>
  magicLink({
    expiresIn: LINK_GOOD_FOR,
    disableSignUp: true,
    // For each address of the internet: a whole office may stand behind one.
    rateLimit: { window: 60, max: 20 },
    storeToken: "hashed",
    generateToken: () => signInToken(key, newNonce()),
    sendMagicLink: async ({ email, token, metadata }, context) => {
      const languages = languagesIn(context?.headers?.get("accept-language") ?? "");
      const asked: unknown = metadata?.["invitation"];
      const invitation = isInvitationId(asked) ? asked : null;
      await links.request({ email, nonce: nonceOf(token), languages, invitation });
    },
  });

/** No path leads to these. */
const ownSessions = {
  id: "own-sessions",
  endpoints: {
    /** Signs somebody in who has proven by a link of ours who they are. */
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
    /** Gives a browser the cookie of a session that has a new token. */
    resumeSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ token: z.string() }) },
      async (context) => {
        const found = await context.context.internalAdapter.findSession(context.body.token);
        // It may have been ended in between.
        if (found) await setSessionCookie(context, found);
        return { resumed: found !== null };
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

/** Where somebody comes who has signed in. */
export const ACCOUNT = "/auth/account";

/** How a browser goes on whose link or password was right. */
export interface GoingOn {
  readonly location: string;
  readonly cookies: readonly string[];
}

/** To the account, or to the code of an app where one is asked for as well. */
export async function goingOn(answer: Response): Promise<GoingOn> {
  // Of an issuer's way back it is a redirection, whose body says so all the same.
  const isHalf = (await answer.text()).includes('"twoFactorRedirect":true');
  const location = isHalf ? "/auth/second-factor" : ACCOUNT;
  return { location, cookies: answer.headers.getSetCookie() };
}

/** @returns the cookies of the session that has this token */
export async function resumedSession(auth: Auth, token: string): Promise<readonly string[]> {
  const { headers } = await auth.api.resumeSession({
    body: { token },
    headers: new Headers(),
    returnHeaders: true,
  });
  return headers.getSetCookie();
}

export interface CurrentSession {
  readonly id: string;
  readonly account: string;
  readonly signedInAt: Date;
  /** Give or take a day. */
  readonly usedAt: Date;
}

/** Null where the cookies speak for nobody. */
export async function currentSession(auth: Auth, headers: Headers): Promise<CurrentSession | null> {
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { id, userId, createdAt, updatedAt } = found.session;
  return { id, account: userId, signedInAt: createdAt, usedAt: updatedAt };
}
