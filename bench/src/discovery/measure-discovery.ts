import { parseArgs } from "node:util";
import { StartError } from "@convene/platform/postgres/start-error";
import { openServices } from "@convene/platform/runtime/services";
import pino from "pino";
import { z } from "zod";
import { print } from "../figures.ts";
import { residentOf } from "../measure/proc.ts";
import { openNetwork } from "../network/bench-network.ts";
import { freshness } from "./freshness.ts";
import { graphQuestions } from "./graph-question.ts";
import { type Latency, latencyOf } from "./latency.ts";

const USAGE = `npm run bench -- discovery [ORGANISATIONS…] [--times N] [--seed N] [--data FOLDER]`;
const MEGABYTE = 1024 * 1024;
const CHANGES = 20;

const whole = z.coerce.number({ error: "want a whole number" }).int().min(1);
const optionsSchema = z.object({
  times: whole.default(200),
  seed: whole.default(1),
  data: z.string().default(".data/bench"),
  sizes: z.array(whole),
});

type Options = z.infer<typeof optionsSchema>;

/** What was measured at one size. */
interface Measured {
  readonly latencies: readonly Latency[];
  readonly freshness: Latency;
  readonly reindexSeconds: number;
  readonly megabytes: number;
}

/** How fast the read model answers, at one size or several, and how that grows. */
export async function measureDiscovery(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  let smaller: Measured | null = null;
  for (const size of options.sizes) {
    const measured = await measureAt(size, options);
    print(`\n${size.toLocaleString("en")} organisations`);
    for (const line of linesOf(measured, smaller)) print(line);
    smaller = measured;
  }
}

async function measureAt(organisations: number, options: Options): Promise<Measured> {
  const network = await openNetwork({ folder: options.data, organisations });
  const given = {
    adminUrl: network.postgres.url,
    secret: network.variables["CONVENE_SECRET"] ?? "",
  };
  const opened = await openServices(given, pino({ level: "warn" }, pino.destination(2)));
  try {
    await opened.start();
    await opened.catchUp();
    const { discovery } = opened.services;
    const questions = await graphQuestions(network.postgres.client, options.seed);
    const latencies: Latency[] = [];
    for (const one of questions) latencies.push(await latencyOf(discovery, one, options.times));
    const ids = network.sample.organisations.slice(0, CHANGES).map(({ id }) => id);
    const fresh = (await freshness(opened.services, ids)).sort((one, other) => one - other);
    const megabytes = (await residentOf([process.pid])) / MEGABYTE;
    const began = performance.now();
    await discovery.parts.feeds.rebuild();
    const reindexSeconds = (performance.now() - began) / 1000;
    return { latencies, freshness: ofChanges(fresh), reindexSeconds, megabytes };
  } finally {
    await opened.stop();
    await network.stop();
  }
}

const ofChanges = (sorted: readonly number[]): Latency => ({
  name: "a change is searchable after",
  p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
  p95: sorted.at(-1) ?? 0,
  refused: 0,
});

function linesOf(measured: Measured, smaller: Measured | null): string[] {
  const before = new Map(
    [...(smaller?.latencies ?? []), ...(smaller ? [smaller.freshness] : [])].map((one) => [
      one.name,
      one.p95,
    ]),
  );
  const latencies = [...measured.latencies, measured.freshness].map((one) => {
    const told = `p50 ${one.p50.toFixed(1)} ms   p95 ${one.p95.toFixed(1)} ms`;
    const refused = one.refused > 0 ? `   ${one.refused} beyond their budget` : "";
    return `${one.name.padEnd(44)}${told}${growth(one.p95, before.get(one.name))}${refused}`;
  });
  const { reindexSeconds, megabytes } = measured;
  return [
    ...latencies,
    `${"reindex".padEnd(44)}${reindexSeconds.toFixed(1)} s${growth(reindexSeconds, smaller?.reindexSeconds)}`,
    `${"memory of Node, all services".padEnd(44)}${megabytes.toFixed(0)} MB${growth(megabytes, smaller?.megabytes)}`,
  ];
}

/** How many times as much as at the size before. */
const growth = (value: number, before: number | undefined): string =>
  before === undefined ? "" : `   × ${(value / before).toFixed(1)}`;

function readOptions(args: readonly string[]): Options {
  try {
    const text = { type: "string" } as const;
    const options = { times: text, seed: text, data: text };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const sizes = positionals.length > 0 ? positionals : ["10000", "100000"];
    return optionsSchema.parse({ ...values, sizes });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
