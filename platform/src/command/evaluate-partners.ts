import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type PlatformConfig, readPlatformConfig } from "../config.ts";
import { evaluate, type Figures, type MethodFigures } from "../evaluate/evaluation.ts";
import { printJson, printTable } from "../evaluate/evaluation-print.ts";
import { mean } from "../evaluate/measures.ts";
import { type NetworkFiles, readNetworkFiles } from "../evaluate/network-files.ts";
import { innerSplit, type NetworkSplit, splitOf } from "../evaluate/network-split.ts";
import { StartError } from "../postgres/start-error.ts";
import { withTools } from "../runtime/tools.ts";

const MOST_FOLDS = 100;
const USAGE = `Which network?
  npm run evaluate:partners -- FOLDER    with organisations.csv, presence.csv and collaborations.csv
    --json       one object on standard output, and nothing else there
    --folds N    repeated inner folds of the known pairs in place of those held out: for choosing`;

interface Options {
  readonly folder: string;
  readonly json: boolean;
  readonly folds: number;
}

/** `npm run evaluate:partners`: how well the finder finds partners that are held out. */
export async function run(args: readonly string[]): Promise<void> {
  const { folder, json, folds } = readOptions(args);
  const files = await readNetworkFiles(folder);
  const split = splitOf(files);
  for (const note of split.notes) process.stderr.write(`${note}\n`);
  const splits = Array.from({ length: folds }, (_, fold) => innerSplit(files, split, fold + 1));
  const results: MethodFigures[][] = [];
  for (const each of folds > 0 ? splits : [split]) {
    if (each.test.length === 0) throw new StartError("No pair is held out: there is no question.");
    process.stderr.write(`${each.train.length} pairs known, ${each.test.length} held out\n`);
    results.push(await evaluateInScratch(files, each));
  }
  const report = { set: basename(resolve(folder)), methods: averageOf(results) };
  (json ? printJson : printTable)(report, process.stdout);
}

/** In a database of its own, which is thrown away: never in that of a Convene that runs. */
async function evaluateInScratch(files: NetworkFiles, split: NetworkSplit) {
  const dataFolder = await mkdtemp(join(tmpdir(), "convene-evaluation-"));
  const config: PlatformConfig = {
    ...readPlatformConfig(),
    DATABASE_URL: undefined,
    dataFolder,
  };
  try {
    return await withTools(config, (tools) => evaluate(files, split, tools));
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Of several folds, figure by figure. */
function averageOf(results: readonly MethodFigures[][]): MethodFigures[] {
  return (results[0] ?? []).map(({ method }, at) => {
    const its = results.flatMap((methods) => methods[at] ?? []);
    const average = (of: (figures: MethodFigures) => number) => mean(its.map(of));
    const figures = (of: (it: MethodFigures) => Figures): Figures => ({
      auc: average((it) => of(it).auc),
      mrr: average((it) => of(it).mrr),
      hitsAt10: average((it) => of(it).hitsAt10),
    });
    const interval = (name: keyof Figures) =>
      [average((it) => it.intervals[name][0]), average((it) => it.intervals[name][1])] as const;
    return {
      method,
      ...figures((it) => it),
      small: figures(({ small }) => small),
      intervals: { auc: interval("auc"), mrr: interval("mrr"), hitsAt10: interval("hitsAt10") },
    };
  });
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, folds: { type: "string" } },
    });
    const [folder, ...more] = positionals;
    const folds = Number(values.folds ?? 0);
    if (folder === undefined || more.length > 0) throw new Error("One folder is evaluated.");
    if (!Number.isInteger(folds) || folds < 0 || folds > MOST_FOLDS) {
      throw new Error(`--folds is a whole number up to ${MOST_FOLDS}.`);
    }
    return { folder, json: values.json, folds };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
