import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { today } from "@convene/shared/today";
import { type PlatformConfig, readPlatformConfig } from "../config.ts";
import { generateNetwork } from "../generate/generate-network.ts";
import { keepPlace, takePlace } from "../generate/generated-place.ts";
import { StartError } from "../postgres/start-error.ts";
import { PlatformState } from "../runtime/state.ts";
import { withTools } from "../runtime/tools.ts";
import { coloursOf, Steps } from "./terminal.ts";

const MOST = 1_000_000;
const USAGE = `How large shall the network be?
  npm run generate -- --organisations N    1 to ${MOST.toLocaleString("en")}; groups, meetings and the rest follow from it
    --seed N          another network of the same size (1 unless told)
    --data FOLDER     the data folder (as CONVENE_DATA)
    --beside          although there are other organisations here`;

interface Options {
  readonly organisations: number;
  readonly seed: number;
  readonly data: string | undefined;
  readonly beside: boolean;
}

/** `npm run generate`: a made-up network of any size, for trying out and measuring. */
export async function run(args: readonly string[]): Promise<void> {
  const { organisations, seed, data, beside } = readOptions(args);
  const config = within(readPlatformConfig(), data);
  await withTools(config, async ({ services, database }) => {
    const state = new PlatformState(database.adminUrl);
    const wanted = { recipe: { organisations, seed, day: today() }, beside };
    const { recipe, isFull } = await takePlace(services, state, wanted);
    if (isFull) {
      process.stdout.write(`  This network is here already, as of ${recipe.day}.\n`);
      return;
    }
    const began = performance.now();
    const { bold, dim } = coloursOf(process.stdout);
    process.stdout.write(`\n${bold("A generated network")} ${dim(`seed ${seed}`)}\n\n`);
    await generateNetwork({ services, ...recipe, progress: new Steps(process.stdout) });
    await keepPlace(state, recipe);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`\n  ${bold(`Ready in ${seconds} s.`)} ${dim(startBy(data))}\n\n`);
  });
}

const startBy = (data: string | undefined): string =>
  `${data === undefined ? "" : `CONVENE_DATA=${data} `}npm start -- --empty shows it.`;

const within = (config: PlatformConfig, data: string | undefined): PlatformConfig =>
  data === undefined ? config : { ...config, dataFolder: resolve(data) };

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        organisations: { type: "string" },
        seed: { type: "string", default: "1" },
        data: { type: "string" },
        beside: { type: "boolean", default: false },
      },
    });
    return {
      ...values,
      organisations: wholeNumber("--organisations", values.organisations ?? "", 1),
      seed: wholeNumber("--seed", values.seed, 0),
      data: values.data,
    };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= MOST) return number;
  throw new Error(`${option} is a whole number from ${least} to ${MOST.toLocaleString("en")}.`);
}
