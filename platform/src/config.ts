import { resolve } from "node:path";
import { trustedProxies } from "@convene/gateway/http/client-origin";
import { limitVariables } from "@convene/gateway/limit/limit-settings";
import { publicUrl } from "@convene/shared/public-url";
import { logLevel, parseConfig, port, postgresUrl, secret } from "@convene/shared/config";
import { mailVariables } from "@convene/shared/mail/mail-settings";
import { issuerOf, issuerVariables } from "@convene/shared/open-id-issuer";
import { requireSoundSecrets } from "@convene/shared/production-secrets";
import { storageVariables } from "@convene/shared/storage/storage-settings";
import { z } from "zod";

const schema = z.object({
  /** Where the gateway listens; 0 takes any free port. */
  PORT: port.default(4000),
  HOST: z.string().default("127.0.0.1"),
  /** Where people reach it, such as `https://graph.example.org`; by default, where it listens. */
  PUBLIC_URL: publicUrl,
  /** The proxies whose `X-Forwarded-*` is believed: addresses, networks, `loopback`. */
  TRUSTED_PROXIES: trustedProxies,
  /** The folder of all that Convene keeps: the embedded database, secrets, mail. */
  CONVENE_DATA: z.string().default(".data"),
  /** A PostgreSQL 15 or later, whose role may create roles and schemas; embedded where absent. */
  DATABASE_URL: postgresUrl.optional(),
  /** Shared by the gateway and all services; made and kept in the data folder where absent. */
  CONVENE_SECRET: secret.optional(),
  ...mailVariables,
  ...storageVariables,
  ...issuerVariables,
  LOG_LEVEL: logLevel.default("warn"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  ...limitVariables,
  /** Origins of web applications that may call the graph, separated by commas. */
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").map((origin) => origin.trim()))
    .transform((list) => list.filter((origin) => origin !== "")),
});

export type PlatformConfig = Omit<z.infer<typeof schema>, "CONVENE_DATA"> & {
  /** Absolute. */
  readonly dataFolder: string;
};

/** @throws ConfigError with every problem. */
export function readPlatformConfig(environment = process.env): PlatformConfig {
  const { CONVENE_DATA, ...config } = parseConfig(schema, environment);
  issuerOf(config);
  requireSoundSecrets(config);
  return { ...config, dataFolder: resolve(CONVENE_DATA) };
}
