import { openServices } from "@convene/platform/runtime/services";
import pino from "pino";
import { outputOf } from "../command-output.ts";
import { print } from "../figures.ts";
import { residentOf } from "../measure/proc.ts";
import { openNetwork } from "../network/bench-network.ts";
import { boundsOf, type DiscoveryFigures, linesOf } from "./discovery-figures.ts";
import { type DiscoveryOptions, readOptions } from "./discovery-options.ts";
import { freshness } from "./freshness.ts";
import { graphQuestions } from "./graph-question.ts";
import { type Latency, latencyFrom, latencyOf } from "./latency.ts";

const MEGABYTE = 1024 * 1024;
const CHANGES = 20;

/**
 * How fast the read model answers, at one size or several, and how that grows. A network that is
 * not there yet is made, and each size measured, in processes of their own: so that the memory is
 * of what is measured, and not what making it has left.
 */
export async function measureDiscovery(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const [first = 0] = options.sizes;
  if (options.json) {
    print(JSON.stringify(await measureAt(first, options)));
    return;
  }
  let smaller: DiscoveryFigures | null = null;
  for (const organisations of options.sizes) {
    const { times, seed, data } = options;
    const size = String(organisations);
    await outputOf(["bench", "network", size, "--data", data], data);
    const how = ["--times", String(times), "--seed", String(seed), "--data", data, "--json"];
    const told = await outputOf(["bench", "discovery", size, ...how], data);
    const figures = JSON.parse(told.trim().split("\n").at(-1) ?? "") as DiscoveryFigures;
    print(`\n${organisations.toLocaleString("en")} organisations`);
    for (const line of linesOf({ organisations, figures, smaller })) print(line);
    smaller = figures;
  }
}

async function measureAt(
  organisations: number,
  options: DiscoveryOptions,
): Promise<DiscoveryFigures> {
  const network = await openNetwork({ folder: options.data, organisations });
  const given = {
    adminUrl: network.postgres.url,
    secret: network.variables["CONVENE_SECRET"] ?? "",
  };
  const opened = await openServices(given, pino({ level: "fatal" }, pino.destination(2)));
  try {
    await opened.start();
    await opened.catchUp();
    // What PostgreSQL does by itself within a minute of a reindex; the last run ended with one.
    await network.postgres.client.query("VACUUM ANALYZE");
    const { discovery } = opened.services;
    const questions = await graphQuestions(network.postgres.client, options.seed);
    const bounds = boundsOf(organisations);
    const latencies: Latency[] = [];
    for (const one of questions) {
      const bound = one.bound && bounds[one.bound];
      latencies.push(await latencyOf(discovery, one, { times: options.times, bound }));
    }
    const ids = network.sample.organisations.slice(0, CHANGES).map(({ id }) => id);
    const fresh = await freshness(opened.services, ids);
    const bound = bounds.freshness;
    latencies.push(latencyFrom("a change is searchable after", fresh, { bound }));
    const megabytes = (await residentOf([process.pid])) / MEGABYTE;
    const began = performance.now();
    await discovery.parts.feeds.rebuild();
    return { latencies, reindexSeconds: (performance.now() - began) / 1000, megabytes };
  } finally {
    await opened.stop();
    await network.stop();
  }
}
