import type { AddressInfo } from "node:net";
import { z } from "zod";

const WANTED = "want https://host, with a port if it needs one, and nothing behind it";

/** `PUBLIC_URL`: where people reach this graph. Links and cookies are made of it. */
export const publicUrl = z
  .string()
  .transform((text, context): string => {
    if (isOrigin(text)) return new URL(text).origin;
    context.addIssue({ code: "custom", message: WANTED });
    return z.NEVER;
  })
  .optional();

/**
 * Where people reach what listens at an address: `PUBLIC_URL`, or the address itself.
 * @returns an origin, such as `https://graph.example.org`
 */
export const publicUrlOf = (given: string | undefined, listening: AddressInfo): string =>
  given ?? originOf(listening);

/** Of all addresses of the machine (`0.0.0.0`, `::`) the one that every machine calls itself by. */
function originOf({ address, port, family }: AddressInfo): string {
  if (address === "0.0.0.0" || address === "::") return `http://localhost:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && [username, pathname, search, hash].join("") === "/";
}
