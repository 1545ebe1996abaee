import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const FEEDS = "/calendar/feeds/";

/** 256 bits: nobody guesses it, so a plain hash of it is enough. */
export const newFeedToken = (): string => randomBytes(32).toString("base64url");

export const feedTokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

export const isTokenOf = (tokenHash: string, token: string): boolean =>
  timingSafeEqual(Buffer.from(tokenHash), Buffer.from(feedTokenHash(token)));

export interface FeedLink {
  readonly id: string;
  readonly token: string;
}

export const feedPath = ({ id, token }: FeedLink): string => `${FEEDS}${id}/${token}.ics`;

/** Null for any other path. */
export function feedLinkOf(path: string): FeedLink | null {
  const match = /^\/calendar\/feeds\/(cal_[0-9a-z]{26})\/([\w-]{43})\.ics$/.exec(
    path.split("?", 1)[0] ?? "",
  );
  const [, id, token] = match ?? [];
  return id === undefined || token === undefined ? null : { id, token };
}
