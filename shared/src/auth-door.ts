import { z } from "zod";
import { viewerSchema } from "./viewer.ts";

/** A request of a browser below `/auth`, as the gateway hands it on. */
export const authRequestSchema = z.object({
  method: z.enum(["GET", "HEAD", "POST"]),
  /** Path and query string. */
  path: z.string().startsWith("/"),
  /** Where the browser knows this graph to be, as far as that can be believed. */
  origin: z.string(),
  /** Names in lower case; only those of `PASSED_HEADERS`. */
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** IP address of the client; null where it is not known. */
  client: z.string().nullable(),
  /** By which the logs know it, and the audit log; null where there is none. */
  requestId: z.string().max(64).nullable().default(null),
});

export const authResponseSchema = z.object({
  status: z.number().int().min(200).max(599),
  /** A name may come more than once, as `set-cookie` does. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});

/** Whom a session speaks for. */
export const signedInSchema = z.object({
  /** The account. */
  id: z.string().min(1),
  /** The person of the graph that the account is tied to. */
  person: z.string().nullable(),
  platform: viewerSchema.shape.platform,
});

/** Whom an API key speaks for: its owner, as far as its scopes reach. */
export const keyHolderSchema = signedInSchema.extend({ scopes: viewerSchema.shape.scopes });

/** What the session or API key gives now by which an access token was made. */
export const grantSchema = keyHolderSchema.extend({ kind: z.enum(["account", "key"]) });

/** The public halves of the keys that sign access tokens: a JWKS (RFC 7517). */
export const tokenKeysSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })),
});

/** Who issues the tokens of people and their keys, and for whom. */
export const IDENTITY_ISSUER = "convene-identity";
export const TOKEN_AUDIENCE = "convene";

export const cookieSchema = z.object({ cookie: z.string().max(8_192) });

/** How every API key begins, so that it is told from an access token. */
export const API_KEY_PREFIX = "cnv_";

export const grantIdSchema = z.object({ id: z.string().min(1).max(64) });

export const keySchema = z.object({ key: z.string().startsWith(API_KEY_PREFIX).max(200) });

export type AuthRequest = z.input<typeof authRequestSchema>;
export type AuthResponse = z.infer<typeof authResponseSchema>;
export type SignedIn = z.infer<typeof signedInSchema>;
export type KeyHolder = z.infer<typeof keyHolderSchema>;
export type Grant = z.infer<typeof grantSchema>;
export type TokenKeys = z.infer<typeof tokenKeysSchema>;

/** What of a browser's headers the service of accounts is told. */
export const PASSED_HEADERS = [
  "accept",
  "accept-language",
  "authorization",
  "content-type",
  "cookie",
  "origin",
  "referer",
  "sec-fetch-dest",
  "sec-fetch-mode",
  "sec-fetch-site",
  "user-agent",
  "x-api-key",
] as const;

/** The cookie of a session; over https its name begins with `SECURE_PREFIX`. */
export const SESSION_COOKIE = "convene.session_token";
export const SECURE_PREFIX = "__Secure-";

/** Sign-in as the gateway sees it: called as a function, or over signed HTTP. */
export interface AuthDoor {
  /** Pages, and what their forms and programs send. */
  answer(request: AuthRequest): Promise<AuthResponse>;
  /** Whom the cookies of a request speak for; null where nobody is signed in by them. */
  session(cookie: string): Promise<SignedIn | null>;
  /** Whom an API key speaks for; null for none, and for one that has ended. */
  key(key: string): Promise<KeyHolder | null>;
  /** What gives an access token its worth, by its id; null once that has ended. */
  grant(id: string): Promise<Grant | null>;
  /** By which access tokens are verified. */
  tokenKeys(): Promise<TokenKeys>;
}

/** Opened when it is first used; an opening that failed is tried again. */
export function openedLater(open: () => Promise<AuthDoor>): AuthDoor {
  let opening: Promise<AuthDoor> | null = null;
  const opened = (): Promise<AuthDoor> => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    answer: async (request) => (await opened()).answer(request),
    session: async (cookie) => (await opened()).session(cookie),
    key: async (key) => (await opened()).key(key),
    grant: async (id) => (await opened()).grant(id),
    tokenKeys: async () => (await opened()).tokenKeys(),
  };
}
