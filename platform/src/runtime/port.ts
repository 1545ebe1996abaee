import { once } from "node:events";
import { createServer, isIPv6 } from "node:net";
import { publicUrlOf } from "@convene/shared/public-url";
import type { PlatformConfig } from "../config.ts";
import { StartError } from "../postgres/start-error.ts";

/** Looks whether the port is free before anything is started that would have to be stopped. */
export async function requirePort({ PORT, HOST }: PlatformConfig): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(PORT, HOST);
    await once(probe, "listening");
  } catch (error) {
    throw explainListen(error, { PORT, HOST });
  }
  probe.close();
  await once(probe, "close");
}

/** Where people reach what listens there, once it listens; with `PORT=0` only it itself can tell. */
export const listeningUrl = ({
  PORT: port,
  HOST: address,
  PUBLIC_URL,
}: Pick<PlatformConfig, "PORT" | "HOST" | "PUBLIC_URL">): string =>
  publicUrlOf(PUBLIC_URL, { port, address, family: isIPv6(address) ? "IPv6" : "IPv4" });

/** One sentence for the reasons why one cannot listen; any other error as it is. */
export function explainListen(
  error: unknown,
  { PORT, HOST }: Pick<PlatformConfig, "PORT" | "HOST">,
): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  switch (code) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${PORT} is taken by another program: stop that one, or set PORT to a free one (PORT=4010 npm start).`,
      );
    case "EACCES":
      return new StartError(`Port ${PORT} may not be used by this user: set PORT to 1024 or more.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError(`HOST ${HOST} is no address of this machine.`);
    default:
      return error;
  }
}
