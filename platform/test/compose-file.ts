import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

/** Where the repository lies; containers have it as their working directory. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const composeFile = `${root}docker-compose.yml`;

const container = z.object({
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  networks: z.array(z.string()),
  ports: z.array(z.unknown()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  read_only: z.boolean(),
  tmpfs: z.array(z.string()).min(1),
  cap_drop: z.array(z.string()),
  security_opt: z.array(z.string()),
  deploy: z.object({
    resources: z.object({
      limits: z.object({ cpus: z.string(), memory: z.string(), pids: z.number() }),
    }),
  }),
  healthcheck: z.object({
    test: z.array(z.string()).min(2),
    interval: z.string(),
    timeout: z.string(),
    retries: z.number(),
    start_period: z.string(),
  }),
});

const compose = z.object({
  services: z.record(z.string(), container),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
});

/** What `docker compose` would start. */
export const readCompose = (): z.infer<typeof compose> =>
  compose.parse(parse(readFileSync(composeFile, "utf8"), { merge: true }));

/**
 * As Compose fills in `${NAME}`, `${NAME:-default}`, `${NAME:?message}`, and `$$` for `$`. A default
 * may hold another variable, which is filled in before it.
 */
export function filledIn(text: string, given: Readonly<Record<string, string>>): string {
  const filled = text.replace(/(?<!\$)\$\{[^{}]+\}/g, (use) => {
    const [, name = "", fallback] = /^\$\{(\w+)(?::-(.*)|:\?.*)?\}$/.exec(use) ?? [];
    const value = given[name] ?? fallback;
    if (value === undefined) throw new Error(`${use} is not given`);
    return value;
  });
  return filled === text ? text.replaceAll("$$", "$") : filledIn(filled, given);
}
