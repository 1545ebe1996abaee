import { createHmac } from "node:crypto";
import type { OpenIdIssuer } from "./open-id-issuer.ts";

/** What links, cookies and tokens are made of. */
export interface Site {
  /** Where people reach this graph: an origin, such as `https://graph.example.org`. */
  readonly url: () => string;
  /** A key of its own for each purpose, such as `invitation`; the same in every process. */
  readonly keyFor: (purpose: string) => string;
  /** By which people may sign in as well; null for none. */
  readonly issuer: OpenIdIssuer | null;
}

/** @param secret shared by the gateway and all services; at least 32 bytes */
export const siteOf = (
  url: () => string,
  secret: string,
  issuer: OpenIdIssuer | null = null,
): Site => ({
  url,
  issuer,
  keyFor: (purpose) => createHmac("sha256", secret).update(`site:${purpose}`).digest("base64url"),
});

const refuse = (): never => {
  throw new Error("This process has nothing to do with links, cookies and tokens");
};

/** Where a process makes none. */
export const noSite: Site = { url: refuse, keyFor: refuse, issuer: null };
