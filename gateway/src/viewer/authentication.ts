import type { Grant, SignedIn } from "@convene/shared/auth-door";
import { AppError, forbidden } from "@convene/shared/errors";
import { claimsSchema, type Viewer } from "@convene/shared/viewer";
import type { AccessTokens } from "./access-token.ts";
import { type ApiKeys, isApiKey } from "./api-key.ts";
import { ownOrigin } from "../http/own-origin.ts";
import type { GatewayRequest } from "../http/message.ts";
import type { ClaimsResolver } from "./claims.ts";
import { type IssuedTokens, saysIdentity } from "./issued-token.ts";
import type { Sessions } from "./session.ts";

type Asking = Pick<GatewayRequest, "headers" | "client">;

export interface AuthenticationOptions {
  readonly tokens: AccessTokens;
  readonly claims: ClaimsResolver;
  readonly sessions: Sessions;
  readonly keys: ApiKeys;
  /** Null where there is no service of accounts. */
  readonly issued: IssuedTokens | null;
  readonly publicUrl?: string | undefined;
}

/**
 * Finds out who asks, from the header `authorization`, or else from `x-api-key`, or else from the
 * cookie of a session.
 */
export class Authentication {
  constructor(private readonly options: AuthenticationOptions) {}

  /** Null for an anonymous viewer. Throws `UNAUTHENTICATED` for a token or key that is not good. */
  async viewer(asking: Asking): Promise<Viewer | null> {
    const { authorization } = asking.headers;
    if (authorization !== undefined) return this.byBearer(authorization);
    const key = asking.headers["x-api-key"];
    if (key !== undefined) return this.byKey(key);
    const signedIn = await this.options.sessions.resolve(asking.headers["cookie"]);
    if (!signedIn) return null;
    this.requireOwnPage(asking);
    return this.viewerOf(signedIn);
  }

  /** The viewer changed something, perhaps their own roles: they see it at once. */
  changed(viewer: Viewer | null): void {
    if (viewer?.person) this.options.claims.forget(viewer.person);
    if (viewer) this.forget(viewer.id);
  }

  /** What speaks for the account is looked up anew: some of it may have been ended. */
  forget(account: string): void {
    const { sessions, keys, issued } = this.options;
    for (const remembered of [sessions, keys, issued]) remembered?.forget(account);
  }

  /**
   * A browser sends the cookie along whoever wrote the page that asks. `SameSite=Lax` keeps it from
   * other sites; this also keeps out the other hosts of the same site.
   */
  private requireOwnPage({ headers, client }: Asking): void {
    const { origin } = headers;
    const site = headers["sec-fetch-site"];
    const isOther = origin !== undefined && origin !== ownOrigin(client, this.options.publicUrl);
    if (isOther || (site !== undefined && site !== "same-origin" && site !== "none")) {
      throw forbidden("A page of another site cannot ask by cookie: send a token");
    }
  }

  private async byBearer(authorization: string): Promise<Viewer> {
    const [scheme, token, ...rest] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token || rest.length > 0) {
      throw new AppError("UNAUTHENTICATED", 'Send "authorization: Bearer TOKEN"');
    }
    if (isApiKey(token)) return this.byKey(token);
    const { issued, tokens } = this.options;
    if (issued && saysIdentity(token)) return this.viewerOf(await issued.resolve(token));
    const { sub: id, person = null, platform } = await tokens.verify(token);
    return this.viewerOf({ id, person, platform });
  }

  private async byKey(key: string): Promise<Viewer> {
    return this.viewerOf({ ...(await this.options.keys.resolve(key)), kind: "key" });
  }

  private async viewerOf(speaking: SignedIn & Partial<Grant>): Promise<Viewer> {
    const { kind = "account", id, person, platform, scopes = [] } = speaking;
    const roles =
      person === null ? claimsSchema.parse({}) : await this.options.claims.resolve(person);
    return { kind, id, person, platform, scopes, ...roles };
  }
}
