import { z } from "zod";
import type { Viewer } from "../viewer.ts";

/** What of a client's headers a page is told: neither cookies nor who is signed in. */
export const PAGE_HEADERS = ["accept-language", "content-type", "if-none-match"] as const;

/** A request for a page or file that a link opens, as the gateway hands it on. */
export const pageRequestSchema = z.object({
  method: z.enum(["GET", "HEAD", "POST"]),
  /** With the query string. Either may hold a secret. */
  path: z.string().startsWith("/").max(2_000),
  /** Names in lower case; only those of `PAGE_HEADERS`. */
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** IP address of the client; null where it is not known. */
  client: z.string().nullable(),
  /** Which part of a file is wanted, from 0: its bytes come as the body, in Base64. */
  part: z.int().min(0).max(1_000).optional(),
});

export const pageResponseSchema = z.object({
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** Of a file: in how many parts it is to be fetched, instead of the body. */
  parts: z.int().min(0).max(1_000).optional(),
});

/** With whose roles a page is answered. */
export const pageOwnerSchema = z.object({
  /** Of the link: by it is counted what is asked. */
  id: z.string().min(1),
  /** The person of the graph. */
  person: z.string().min(1),
});

export type PageRequest = z.infer<typeof pageRequestSchema>;
export type PageResponse = z.infer<typeof pageResponseSchema>;
export type PageOwner = z.infer<typeof pageOwnerSchema>;

/**
 * The pages and files of one service that a secret in a link opens, to somebody who is not signed
 * in: called as functions, or by signed HTTP.
 */
export interface PageDoor {
  /** Null for a link that speaks with nobody's roles, or that is not good. */
  owner(path: string): Promise<PageOwner | null>;
  /** To its owner with the roles that they have now, a viewer of the kind `link`. */
  answer(viewer: Viewer | null, request: PageRequest): Promise<PageResponse>;
}

/** Where a browser finds a page: a path on the address of the graph. */
export const pagePath = (service: string, page: string, token: string): string =>
  `/pages/${service}/${page}?${new URLSearchParams({ link: token }).toString()}`;

/** A page without its secret: `/pages/meetings/poll`, `/calendar/feeds`. */
export function pageName(path: string): string {
  const [start = "", ...more] = (path.split("?", 1)[0] ?? "").split("/").slice(1);
  return `/${[start, ...more.slice(0, start === "pages" ? 2 : 1)].join("/")}`;
}
