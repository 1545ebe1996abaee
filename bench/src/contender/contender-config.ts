import { parseConfig, port, postgresUrl, secret } from "@convene/shared/config";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const schema = z.object({
  PORT: port,
  HOST: z.string(),
  DATABASE_URL: postgresUrl,
  CONVENE_SECRET: secret,
  /** As the gateway's own variables. */
  TOKEN_KEYS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(keySet)
    .transform((keys): JSONWebKeySet => keys),
  SERVICES: z
    .string()
    .default("")
    .transform((list) => list.split(",").filter(Boolean))
    .transform((list) => new Map(list.map((item) => split(item)))),
});

export type ContenderConfig = z.infer<typeof schema>;

export const readContenderConfig = (): ContenderConfig => parseConfig(schema, process.env);

const split = (item: string): [name: string, url: string] => [
  item.slice(0, item.indexOf("=")),
  item.slice(item.indexOf("=") + 1),
];
