import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { OutsideError } from "./outside-error.ts";
import { isPublicAddress } from "./public-address.ts";

/** The net as it is reached from here. Tests put their own in its place. */
export interface OutsideNet {
  /** All addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  readonly mayReach: (address: string) => boolean;
}

export const internet: OutsideNet = {
  resolve: (host) =>
    new Promise((resolve, reject) => {
      systemLookup(host, { all: true }, (error, addresses) => {
        if (error) reject(error);
        else resolve(addresses);
      });
    }),
  mayReach: isPublicAddress,
};

/**
 * Called by the socket as it connects, so there is no moment between the check and the connection
 * in which the name could come to mean another address. One address that may not be reached is
 * enough to refuse the name.
 */
export const guardedLookup =
  (net: OutsideNet): LookupFunction =>
  (host, options, done) => {
    net.resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => net.mayReach(address))) {
          done(new OutsideError("ADDRESS", `${host} is not an address of the public internet`), "");
        } else if (options.all === true) {
          done(null, [...addresses]);
        } else {
          done(null, first.address, first.family);
        }
      },
      (cause: unknown) => {
        done(new OutsideError("NETWORK", `${host} is not known`, { cause }), "");
      },
    );
  };

/** A socket looks no address up that is written as one: `127.0.0.1`, `[::1]`, `2130706433`. */
export function requireReachable({ hostname }: URL, net: OutsideNet): void {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(bare) !== 0 && !net.mayReach(bare)) {
    throw new OutsideError("ADDRESS", `${hostname} is not an address of the public internet`);
  }
}
