import { createHmac, timingSafeEqual } from "node:crypto";

/** The purpose of the key by which these links are signed. */
export const DOWNLOAD_KEY = "paper-download";

/** For how long a link opens a file, in milliseconds: long enough to click it. */
const MINUTES_10 = 600_000;

export interface Download {
  readonly version: string;
  /** To whom the link was given, and with whose roles it speaks. */
  readonly person: string;
  /** In seconds since 1970. */
  readonly until: number;
}

const sign = (key: string, { version, person, until }: Download): string =>
  createHmac("sha256", key).update(`${version} ${person} ${until}`).digest("base64url");

export const downloadUntil = (now = Date.now()): number => Math.ceil((now + MINUTES_10) / 1_000);

/** Where the file is downloaded, below the address of the graph. */
export const downloadPath = (key: string, download: Download): string =>
  `/papers/${download.version}/${download.person}/${download.until}/${sign(key, download)}`;

const PATH = /^\/papers\/(ppv_[a-z0-9]+)\/(per_[a-z0-9]+)\/(\d{1,12})\/([\w-]{43})$/;

/** Null for a path that was not signed here, and for one that is over. */
export function downloadOf(key: string, path: string, now = Date.now()): Download | null {
  const [, version, person, until, given] = PATH.exec(path) ?? [];
  if (version === undefined || person === undefined || given === undefined) return null;
  const download = { version, person, until: Number(until) };
  const right = Buffer.from(sign(key, download));
  const isSigned = timingSafeEqual(right, Buffer.from(given));
  return isSigned && download.until * 1_000 > now ? download : null;
}
