import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const FILE = new URL("../../../docker-compose.yml", import.meta.url);

const composeSchema = z.object({
  services: z.record(z.string(), z.looseObject({ command: z.array(z.string()).optional() })),
});

const { services } = composeSchema.parse(parse(readFileSync(FILE, "utf8"), { merge: true }));

/** What follows `node` in the command by which docker-compose.yml starts a service. */
export function commandOf(name: string): readonly string[] {
  const [program, ...args] = services[name]?.command ?? [];
  if (program !== "node") throw new Error(`docker-compose.yml does not start ${name} by node`);
  return args;
}

/** The services of the graph, by name: all that run by node, but the gateway. */
export const SERVICES: readonly string[] = Object.keys(services).filter(
  (name) => name !== "gateway" && services[name]?.command?.[0] === "node",
);
