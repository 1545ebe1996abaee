import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { NotificationKind } from "../notification-setting/notification-kind.enum.ts";

/** The purpose of the key by which these tokens are made. */
export const UNSUBSCRIBE_KEY = "unsubscribe";

const stopSchema = z.object({ account: z.string(), kinds: z.array(z.enum(NotificationKind)) });

/** What a link at the end of a mail stops: it is good for as long as the mail is kept. */
export type Stop = z.infer<typeof stopSchema>;

const sign = (key: string, text: string): Buffer => createHmac("sha256", key).update(text).digest();

export function unsubscribeToken(key: string, stop: Stop): string {
  const text = Buffer.from(JSON.stringify(stop)).toString("base64url");
  return `${text}.${sign(key, text).toString("base64url")}`;
}

/** Null for what was not made here. */
export function stopOf(key: string, token: string): Stop | null {
  const [text = "", given = ""] = token.split(".");
  const [right, told] = [sign(key, text), Buffer.from(given, "base64url")];
  if (told.length !== right.length || !timingSafeEqual(told, right)) return null;
  return stopSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
}
