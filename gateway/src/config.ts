import { logLevel, parseConfig, port, secret } from "@convene/shared/config";
import { requireSoundSecrets } from "@convene/shared/production-secrets";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import { limitVariables } from "./limit/limit-settings.ts";
import { trustedProxies } from "./http/client-origin.ts";
import { publicUrl } from "@convene/shared/public-url";

const address = z.string().regex(/^[a-z-]+=https?:\/\/\S+$/, "want name=http://host:port,…");

/** A JWKS (RFC 7517) as one line of JSON. */
const keySet = z.string().transform((text, context): JSONWebKeySet => {
  const parsed = keySetSchema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: 'want a JWKS: {"keys":[{"kty":"OKP",…}]}' });
  return z.NEVER;
});

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter(Boolean));

/** The variables of a gateway that runs alone. */
const variables = z.object({
  PORT: port.default(4000),
  HOST: z.string().default("0.0.0.0"),
  /** Where people reach it, such as `https://graph.example.org`; by default, where it listens. */
  PUBLIC_URL: publicUrl,
  /** The proxies whose `X-Forwarded-*` is believed: addresses, networks, `loopback`. */
  TRUSTED_PROXIES: trustedProxies,
  LOG_LEVEL: logLevel.default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** Shared by the gateway and all services. */
  CONVENE_SECRET: secret.optional(),
  /** Where the services listen: `stakeholders=http://stakeholders:4001,…`. */
  SERVICES: list.pipe(z.array(address)).transform((items) => new Map(items.map(split))),
  /**
   * A file with another supergraph than Convene's. Its services that SERVICES does not name are
   * called where it says that they are, without a signature.
   */
  SUPERGRAPH: z.string().optional(),
  ...limitVariables,
  /** Who issues access tokens, and the public keys that sign them, here or where they stand. */
  TOKEN_ISSUER: z.string().default("convene"),
  TOKEN_KEYS: keySet.optional(),
  TOKEN_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Origins whose pages may read answers, such as `https://app.example.org,…`. */
  CORS_ORIGINS: list.pipe(z.array(z.url({ protocol: /^https?$/, error: "want https://host,…" }))),
  /** Whether clients may read the schema in production too. */
  INTROSPECTION: z.stringbool().default(false),
});

/** Without another supergraph it is Convene's, whose services are needed, and signed calls. */
const gatewayConfig = variables.superRefine(({ CONVENE_SECRET, SERVICES, SUPERGRAPH }, context) => {
  const need = (name: string, message: string) => {
    context.addIssue({ code: "custom", path: [name], message });
  };
  if (!CONVENE_SECRET && (!SUPERGRAPH || SERVICES.size > 0)) {
    need("CONVENE_SECRET", "want at least 32 characters");
  }
  if (!SUPERGRAPH && SERVICES.size === 0) need("SERVICES", "want name=http://host:port,…");
});

export type GatewayConfig = z.infer<typeof gatewayConfig>;

/** @throws ConfigError with every problem. */
export function parseGatewayConfig(environment: NodeJS.ProcessEnv): GatewayConfig {
  const config = parseConfig(gatewayConfig, environment);
  requireSoundSecrets(config);
  return config;
}

/** The only place of the gateway that reads the environment. */
export const readGatewayConfig = (): GatewayConfig => parseGatewayConfig(process.env);

const split = (item: string): [name: string, url: string] => [
  item.slice(0, item.indexOf("=")),
  item.slice(item.indexOf("=") + 1),
];

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
