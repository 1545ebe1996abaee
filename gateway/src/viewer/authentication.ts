import { AppError } from "@convene/shared/errors";
import { claimsSchema, type Viewer } from "@convene/shared/viewer";
import type { AccessTokens } from "./access-token.ts";
import type { ClaimsResolver } from "./claims.ts";

/** Finds out who asks, from the header `authorization`. */
export class Authentication {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly claims: ClaimsResolver,
  ) {}

  /** Null for an anonymous viewer. Throws `UNAUTHENTICATED` for anything but a good token. */
  async viewer(authorization: string | undefined): Promise<Viewer | null> {
    if (authorization === undefined) return null;
    const [scheme, token, ...rest] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token || rest.length > 0) {
      throw new AppError("UNAUTHENTICATED", 'Send "authorization: Bearer TOKEN"');
    }
    const { sub: id, person = null, platform } = await this.tokens.verify(token);
    const roles = person === null ? claimsSchema.parse({}) : await this.claims.resolve(person);
    return { kind: "account", id, person, platform, scopes: [], ...roles };
  }

  /** The viewer changed something, perhaps their own roles: they see it at once. */
  changed(viewer: Viewer | null): void {
    if (viewer?.person) this.claims.forget(viewer.person);
  }
}
