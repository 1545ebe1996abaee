import { join } from "node:path";
import { loadDemo } from "@convene/platform/demo/load-demo";
import { generateNetwork } from "@convene/platform/generate/generate-network";
import { publicKeys } from "@convene/platform/runtime/gateway";
import { openSecrets } from "@convene/platform/runtime/secrets";
import { openServices } from "@convene/platform/runtime/services";
import { PlatformState } from "@convene/platform/runtime/state";
import { issueToken } from "@convene/platform/token/access-token";
import { Client } from "pg";
import pino from "pino";
import { MeasuredPostgres } from "./measured-postgres.ts";
import { readSample, type Sample } from "./sample.ts";

/** One network of each size, whatever is asked of it. */
const SEED = 1;

export interface NetworkOptions {
  /** The folder in which networks are kept from one run to the next. */
  readonly folder: string;
  /** 0 for the demo network. */
  readonly organisations: number;
}

/** The data that all contenders answer from, in a database of the bench's own. */
export interface BenchNetwork {
  readonly postgres: MeasuredPostgres;
  readonly sample: Sample;
  /** The variables of every contender's processes. */
  readonly variables: Readonly<Record<string, string>>;
  /** Of an administrator. */
  readonly token: string;
  readonly stop: () => Promise<void>;
}

/** Opens a network, which is made when it is asked for the first time. */
export async function openNetwork(options: NetworkOptions): Promise<BenchNetwork> {
  const dataFolder = join(options.folder, String(options.organisations || "demo"));
  const postgres = await MeasuredPostgres.open(dataFolder);
  try {
    const secrets = await openSecrets(dataFolder);
    await fillOnce({ adminUrl: postgres.url, secret: secrets.secret }, options.organisations);
    const variables = {
      CONVENE_DATA: dataFolder,
      CONVENE_SECRET: secrets.secret,
      DATABASE_URL: postgres.url,
      TOKEN_KEYS: JSON.stringify(publicKeys(secrets)),
    };
    const asking = { person: null, platform: ["ADMIN"], expiresIn: "1d" } as const;
    const token = await issueToken(secrets, asking);
    const sample = await readSample(postgres.client);
    return { postgres, sample, variables, token, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function fillOnce(
  given: { adminUrl: string; secret: string },
  organisations: number,
): Promise<void> {
  const log = pino({ name: "bench", level: "warn" }, pino.destination(2));
  const state = new PlatformState(given.adminUrl);
  if ((await state.read("bench")) !== null) return;
  const opened = await openServices(given, log);
  try {
    await opened.start();
    if (organisations === 0) await loadDemo(opened, state);
    else await generateNetwork({ services: opened.services, organisations, seed: SEED });
    await opened.catchUp();
  } finally {
    await opened.stop();
  }
  const client = new Client({ connectionString: given.adminUrl });
  await client.connect();
  await client.query("VACUUM ANALYZE").finally(() => client.end());
  await state.write("bench", { organisations });
}
