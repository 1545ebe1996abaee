import { TOKEN_AUDIENCE } from "@convene/shared/auth-door";
import { AppError, serviceUnavailable } from "@convene/shared/errors";
import type { ErrorLog } from "@convene/shared/error-masking";
import { viewerSchema } from "@convene/shared/viewer";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  jwtVerify,
  type JWTVerifyGetKey,
} from "jose";
import { z } from "zod";
import { Remembered } from "./remembered.ts";

export interface TokenOptions {
  readonly issuer: string;
  /** The public keys that sign access tokens, or where they are published, or who finds them. */
  readonly keys: JSONWebKeySet | URL | JWTVerifyGetKey;
}

const claims = z.object({
  /** The account. */
  sub: z.string().min(1).max(128),
  exp: z.number(),
  /** The person of the graph that the account is tied to. */
  person: z.string().startsWith("per_").max(64).optional(),
  platform: viewerSchema.shape.platform,
  /** The session or API key by which the service of accounts has made it. */
  sid: z.string().min(1).max(64).optional(),
});

/** Who a token speaks for. */
export type TokenClaims = z.infer<typeof claims>;

/** Verifying costs 0.2 ms, and a browser sends the same token all day. */
const KEPT = 10_000;
const KEPT_FOR = 60_000;

/** A token longer than this is none of ours. */
const LONGEST = 4_096;

/** Verifies access tokens: JWTs, EdDSA, with the times and names of RFC 9068. */
export class AccessTokens {
  private readonly keys: JWTVerifyGetKey;
  private readonly known = new Remembered<TokenClaims>(KEPT);

  constructor(
    private readonly options: TokenOptions,
    private readonly log: ErrorLog,
  ) {
    const { keys } = options;
    this.keys = keysOf(keys);
  }

  /** Throws `UNAUTHENTICATED`, or `SERVICE_UNAVAILABLE` when the keys cannot be read. */
  async verify(token: string): Promise<TokenClaims> {
    const known = this.known.get(token);
    if (known) return known;
    if (token.length > LONGEST) throw refused();
    const verified = await this.verifyAnew(token);
    this.known.set(token, verified, Math.min(Date.now() + KEPT_FOR, verified.exp * 1000));
    return verified;
  }

  private async verifyAnew(token: string): Promise<TokenClaims> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.options.issuer,
        audience: TOKEN_AUDIENCE,
        algorithms: ["EdDSA", "Ed25519"],
        requiredClaims: ["sub", "exp"],
      });
      return claims.parse(payload);
    } catch (error) {
      const faultOfToken =
        error instanceof errors.JOSEError && !(error instanceof errors.JWKSInvalid);
      if (error instanceof z.ZodError || (faultOfToken && !(error instanceof errors.JWKSTimeout))) {
        throw refused();
      }
      this.log.error({ err: error }, "the keys of access tokens cannot be read");
      throw serviceUnavailable();
    }
  }
}

function keysOf(keys: TokenOptions["keys"]): JWTVerifyGetKey {
  if (typeof keys === "function") return keys;
  return keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys);
}

export const refused = () =>
  new AppError("UNAUTHENTICATED", "The access token is not valid, or not any more");
