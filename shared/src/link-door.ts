import { z } from "zod";
import type { Viewer } from "./viewer.ts";

/** A request by a link of a service, such as one to a calendar, as the gateway hands it on. */
export const linkRequestSchema = z.object({
  method: z.enum(["GET", "HEAD", "POST"]),
  /** Path and query string. */
  path: z.string().startsWith("/").max(2_000),
  /** Names in lower case; only those of `LINK_HEADERS`. */
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** Which part of a file is wanted, from 0: its bytes come as the body, in Base64. */
  part: z.int().min(0).max(1_000).optional(),
});

export const linkResponseSchema = z.object({
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  /** Of a file: in how many parts it is to be fetched, instead of the body. */
  parts: z.int().min(0).max(1_000).optional(),
});

/** With whose roles a link is answered. */
export const linkOwnerSchema = z.object({
  /** Of the link: by it is counted what is asked. */
  id: z.string().min(1),
  /** The person of the graph. */
  person: z.string().min(1),
});

export type LinkRequest = z.infer<typeof linkRequestSchema>;
export type LinkResponse = z.infer<typeof linkResponseSchema>;
export type LinkOwner = z.infer<typeof linkOwnerSchema>;

/** What of a client's headers a service is told. */
export const LINK_HEADERS = ["accept-language", "content-type", "if-none-match"] as const;

/** Pages and files of a service that a secret in the link opens, to somebody who is not signed in. */
export interface LinkDoor {
  /** Null for a link that speaks with nobody's roles, or that is not good. */
  owner(path: string): Promise<LinkOwner | null>;
  /** To its owner with the roles that they have now, a viewer of the kind `link`. */
  answer(viewer: Viewer | null, request: LinkRequest): Promise<LinkResponse>;
}
