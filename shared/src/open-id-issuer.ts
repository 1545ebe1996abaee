import { z } from "zod";
import { ConfigError } from "./config.ts";

/** An issuer of OpenID Connect by which people may sign in: Keycloak, Entra, Google. */
export interface OpenIdIssuer {
  /** Below it stands `/.well-known/openid-configuration`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
}

/** The variables that name one; none is one's own choice. */
export const issuerVariables = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "want https://host/…" })
    .refine(isPrivate, "want https://host/…: what is said there must not be read on the way")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default("your organisation"),
};

type Variables = z.infer<z.ZodObject<typeof issuerVariables>>;

/** @throws ConfigError where one variable is set without the others */
export function issuerOf(variables: Variables): OpenIdIssuer | null {
  const { OIDC_ISSUER: url, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME: name } = variables;
  const all = { OIDC_ISSUER: url, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const missing = Object.entries(all).filter(([, value]) => value === undefined);
  if (missing.length === 3) return null;
  if (!url || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) {
    const names = missing.map(([variable]) => `${variable} is not set`);
    throw new ConfigError(`${names.join("\n")}: the variables OIDC_… belong together`);
  }
  const clientSecret = OIDC_CLIENT_SECRET;
  return { url: url.replace(/\/$/, ""), clientId: OIDC_CLIENT_ID, clientSecret, name };
}

/** By TLS, or on this machine. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
