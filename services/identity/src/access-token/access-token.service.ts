import { type Grant, IDENTITY_ISSUER, TOKEN_AUDIENCE } from "@convene/shared/auth-door";
import { newId, prefixOf } from "@convene/shared/type-id";
import { importJWK, SignJWT } from "jose";
import type { ApiKeyService } from "../api-key/api-key.service.ts";
import type { SessionService } from "../session/session.service.ts";
import type { SigningKeyService } from "../signing-key/signing-key.service.ts";

/** How long a token is good, in seconds. */
export const TOKEN_GOOD_FOR = 10 * 60;

export interface AccessTokenParts {
  readonly keys: SigningKeyService;
  readonly sessions: SessionService;
  readonly apiKeys: ApiKeyService;
}

/** Short-lived tokens, each made by a session or an API key, and worth nothing once that ends. */
export class AccessTokenService {
  constructor(private readonly parts: AccessTokenParts) {}

  /** What a session or an API key gives now, by its id; null once it has ended. */
  async grant(id: string): Promise<Grant | null> {
    const { sessions, apiKeys } = this.parts;
    if (prefixOf(id) === "key") {
      const holder = await apiKeys.holderOf({ id });
      return holder && { ...holder, kind: "key" };
    }
    const account = await sessions.accountOf(id);
    if (!account) return null;
    const { personId: person, platform } = account;
    return { kind: "account", id: account.id, person, platform, scopes: [] };
  }

  /** A JWT, EdDSA, with the names of RFC 9068; null where the session or key has ended. */
  async issue(grantId: string): Promise<string | null> {
    const grant = await this.grant(grantId);
    if (!grant) return null;
    const { kid = "", ...key } = await this.parts.keys.current();
    const { person, platform, scopes } = grant;
    return new SignJWT({
      sid: grantId,
      ...(person !== null && { person }),
      platform,
      ...(grant.kind === "key" && { scope: scopes.join(" ") }),
    })
      .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
      .setIssuer(IDENTITY_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(grant.id)
      .setJti(newId("jti"))
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_GOOD_FOR}s`)
      .sign(await importJWK(key, "EdDSA"));
  }
}
