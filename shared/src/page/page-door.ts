import { z } from "zod";

/** What of a browser's headers a page is told: neither cookies nor who is signed in. */
export const PAGE_HEADERS = ["accept-language", "content-type"] as const;

/** A request of a browser for a page below `/pages/SERVICE`, as the gateway hands it on. */
export const pageRequestSchema = z.object({
  method: z.enum(["GET", "HEAD", "POST"]),
  /** Behind the name of the service, with the query string, in which a token may be. */
  path: z.string().startsWith("/").max(2_000),
  /** Names in lower case; only those of `PAGE_HEADERS`. */
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** IP address of the client; null where it is not known. */
  client: z.string().nullable(),
});

export const pageResponseSchema = z.object({
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

export type PageRequest = z.infer<typeof pageRequestSchema>;
export type PageResponse = z.infer<typeof pageResponseSchema>;

/** The pages of one service for people who need no account: called as a function, or by signed HTTP. */
export interface PageDoor {
  answer(request: PageRequest): Promise<PageResponse>;
}

/** Where a browser finds a page: a path on the address of the graph. */
export const pagePath = (service: string, page: string, token: string): string =>
  `/pages/${service}/${page}?${new URLSearchParams({ link: token }).toString()}`;
