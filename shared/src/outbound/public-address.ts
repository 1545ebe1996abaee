import ipaddr from "ipaddr.js";

/**
 * Whether an address is one of the public internet: not this machine, not a private or link-local
 * network, not a cloud's metadata, no multicast, and no IPv6 address that carries an IPv4 address
 * elsewhere (mapped, 6to4, NAT64, Teredo). What is not known to be public is not.
 */
export function isPublicAddress(address: string): boolean {
  const [bare = ""] = address.split("%");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  return parsed.range() === "unicast" && !(parsed instanceof ipaddr.IPv6 && carriesIpv4(parsed));
}

/** The deprecated `::a.b.c.d`, which some systems still route to `a.b.c.d`. */
const carriesIpv4 = ({ parts }: ipaddr.IPv6): boolean =>
  parts.slice(0, 6).every((part) => part === 0);
