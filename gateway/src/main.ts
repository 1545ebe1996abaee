import { ConfigError } from "@convene/shared/config";
import pino from "pino";
import { startAlone } from "./alone.ts";
import { readGatewayConfig } from "./config.ts";
import { publicUrlOf } from "@convene/shared/public-url";

/** Starts the gateway in this process, until SIGTERM or SIGINT. */
try {
  const config = readGatewayConfig();
  const log = pino({ name: "gateway", level: config.LOG_LEVEL });
  const { address, services, stop } = await startAlone(config, log);
  const url = publicUrlOf(config.PUBLIC_URL, address);
  log.info({ url, address, services }, "the gateway is ready");
  if (!config.TOKEN_KEYS && !config.TOKEN_KEYS_URL && !config.SERVICES.has("identity")) {
    log.warn("No service identity, no TOKEN_KEYS, no TOKEN_KEYS_URL: nobody can sign in");
  }
  if (config.LIMITS === "off") log.warn("LIMITS is off: a question may ask for anything");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
