import type { OpenIdIssuer } from "@convene/shared/open-id-issuer";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { secondFactorAfter } from "../sign-in/second-factor.auth.ts";
import { baseOptions } from "../sign-in/sign-in.auth.ts";

/** Part of the address that the issuer sends browsers back to. */
export const PROVIDER = "issuer";

type Parts = Pick<ServiceParts, "db" | "site">;
export type IssuerAuth = ReturnType<typeof createIssuerAuth>;

/** The issuer of OpenID Connect, whose description is read when somebody first comes by it. */
export class IssuerConnection {
  private opened: IssuerAuth | null = null;

  constructor(private readonly parts: Parts) {}

  get issuer(): OpenIdIssuer | null {
    return this.parts.site.issuer;
  }

  /** Null while it does not answer, or where there is none. */
  async open(): Promise<IssuerAuth | null> {
    if (!this.issuer || this.opened) return this.opened;
    const auth = createIssuerAuth(this.parts, this.issuer);
    const { socialProviders } = await auth.$context;
    // Whom better-auth could not read it leaves out, for good: another try needs another one.
    if (socialProviders.length > 0) this.opened = auth;
    return this.opened;
  }
}

/** Beside the other one, over the same tables and with the same cookies. */
function createIssuerAuth(parts: Parts, { url, clientId, clientSecret, name }: OpenIdIssuer) {
  const base = baseOptions(parts);
  return betterAuth({
    ...base,
    account: {
      ...base.account,
      updateAccountOnSignIn: false,
      // Only an address that both sides know to be theirs ties them together.
      accountLinking: { enabled: true, requireLocalEmailVerified: true, trustedProviders: [] },
    },
    databaseHooks: {
      ...base.databaseHooks,
      account: { create: { before: (tie) => Promise.resolve({ data: withoutTokens(tie) }) } },
    },
    plugins: [
      // Whoever has set up an app here is asked for its code whichever way they come: the issuer may
      // ask for none, and nobody here could tell.
      secondFactorAfter("/callback/:id"),
      genericOAuth({
        config: [
          {
            providerId: PROVIDER,
            name,
            discoveryUrl: `${url}/.well-known/openid-configuration`,
            clientId,
            clientSecret,
            scopes: ["openid", "email", "profile"],
            pkce: true,
            requireIdTokenVerification: true,
            // Nobody makes an account by themselves.
            disableSignUp: true,
          },
        ],
      }),
    ],
  });
}

/** Who somebody is, is all that is asked of the issuer: what else its tokens open stays there. */
const withoutTokens = <T extends object>(tie: T) => ({
  ...tie,
  accessToken: null,
  refreshToken: null,
  idToken: null,
});
