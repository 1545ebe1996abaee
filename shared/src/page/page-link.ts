import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import type { Site } from "../site.ts";
import { pagePath } from "./page-door.ts";

/** A page of a service that one link opens. */
export const linkedPageSchema = z.object({
  service: z.string(),
  /** `poll`: below `/pages/SERVICE/`. */
  page: z.string(),
  /** Of the link. */
  id: z.string(),
});

export type LinkedPage = Readonly<z.infer<typeof linkedPageSchema>>;

/**
 * What opens the page. It follows from the id of the link and a key of the site, so it is kept
 * nowhere, and neither a copy of a table nor what waits to be mailed opens anything.
 */
const tokenOf = (site: Site, { service, page, id }: LinkedPage): string =>
  createHmac("sha256", site.keyFor(`page:${service}/${page}`))
    .update(id)
    .digest("base64url");

export const pageUrl = (site: Site, linked: LinkedPage): string =>
  site.url() + pagePath(linked.service, linked.page, tokenOf(site, linked));

/** By which a link is known again. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

export const tokenHashOf = (site: Site, linked: LinkedPage): string =>
  tokenHash(tokenOf(site, linked));
