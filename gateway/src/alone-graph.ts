import { ConfigError } from "@convene/shared/config";
import { buildSchema } from "graphql";
import { readSupergraph } from "./composition/committed.ts";
import type { GatewayConfig } from "./config.ts";
import { servicesOf } from "./execution/entities.ts";
import type { ServiceAddress } from "./transport/signed-client.ts";

type Wanted = Pick<GatewayConfig, "CONVENE_SECRET" | "SERVICES" | "SUPERGRAPH">;

export interface AloneGraph {
  readonly supergraph: string;
  /** Where each service of the supergraph is, and whether calls of it are signed. */
  readonly addresses: readonly ServiceAddress[];
}

/**
 * What a gateway that runs alone serves: Convene's supergraph, or the one that SUPERGRAPH names.
 *
 * @throws ConfigError for a file that is none, and for a service that stands nowhere.
 */
export async function readGraph(config: Wanted): Promise<AloneGraph> {
  const supergraph = await readFileOf(config);
  const services = servicesIn(supergraph);
  const lost = [...services].filter(([name, url]) => !config.SERVICES.has(name) && url === "");
  if (lost.length > 0) {
    const names = lost.map(([name]) => name).join(", ");
    throw new ConfigError(`SERVICES does not say where these listen: ${names}`);
  }
  const addresses = [...services].map(([service, told]) => addressOf(service, told, config));
  return { supergraph, addresses };
}

function addressOf(service: string, told: string, config: Wanted): ServiceAddress {
  const given = config.SERVICES.get(service);
  return given === undefined
    ? { service, url: told, secret: null }
    : { service, url: given, secret: config.CONVENE_SECRET ?? null };
}

async function readFileOf({ SUPERGRAPH }: Wanted): Promise<string> {
  try {
    return await readSupergraph(SUPERGRAPH);
  } catch (error) {
    if (SUPERGRAPH === undefined) throw error;
    throw new ConfigError(`SUPERGRAPH names ${SUPERGRAPH}, which cannot be read`);
  }
}

function servicesIn(supergraph: string): ReadonlyMap<string, string> {
  try {
    const schema = buildSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
    const services = servicesOf(schema);
    if (services.size > 0) return services;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`SUPERGRAPH is not valid: ${reason}`);
  }
  throw new ConfigError("SUPERGRAPH is not valid: it names no services (join__Graph)");
}
