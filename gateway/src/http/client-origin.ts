import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import { all, compile } from "@fastify/proxy-addr";
import { z } from "zod";

/** Who sent a request, and by what address they know this graph, as far as it can be believed. */
export interface ClientOrigin {
  /** IP address of the client; null where the server that took the request does not tell. */
  readonly address: string | null;
  readonly scheme: "http" | "https";
  /** As in the header `host`. */
  readonly host: string;
}

const WANTED = "want addresses, networks such as 10.0.0.0/8, loopback, linklocal or uniquelocal";

/** `TRUSTED_PROXIES`: whose `X-Forwarded-*` is believed. Nobody's by default. */
export const trustedProxies = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(isTrust, WANTED);

/** How requests tell where they come from, to one who trusts these proxies and nobody else. */
export class ClientOrigins {
  private readonly trusts: (address: string, hop: number) => boolean;

  /** @param trusted addresses and networks; `TRUSTED_PROXIES` checks them */
  constructor(trusted: readonly string[]) {
    this.trusts = compile([...trusted]);
  }

  /**
   * Read from the right, as each proxy adds what it saw at the end: only what a trusted proxy
   * wrote counts, and what came before it, which a client may have made up, does not.
   */
  of(incoming: IncomingMessage): ClientOrigin {
    const { headers, socket } = incoming;
    const chain = all(incoming, this.trusts).map(plain);
    const peer = plain(socket.remoteAddress ?? "");
    // A trusted proxy that passes on words instead of an address says nothing.
    const address = chain.findLast((one) => isIP(one) !== 0) ?? null;
    const own: ClientOrigin = {
      address,
      scheme: (socket as Partial<TLSSocket>).encrypted ? "https" : "http",
      host: headers.host ?? "",
    };
    if (!this.trusts(peer, 0)) return own;
    const hops = Math.max(chain.length - 1, 1);
    const scheme = written(headers["x-forwarded-proto"], hops).toLowerCase();
    const host = written(headers["x-forwarded-host"], hops);
    return {
      address,
      scheme: scheme === "http" || scheme === "https" ? scheme : own.scheme,
      host: HOST.test(host) ? host : own.host,
    };
  }
}

const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** What the outermost of so many trusted proxies wrote, or the one that wrote over it. */
function written(header: string | string[] | undefined, hops: number): string {
  const values = String(header ?? "").split(",");
  return values[Math.max(values.length - hops, 0)]?.trim() ?? "";
}

/** An IPv4 address that came to a socket of IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

function isTrust(trusted: readonly string[]): boolean {
  try {
    compile([...trusted]);
    return true;
  } catch {
    return false;
  }
}
