import type { RecordableHistogram } from "node:perf_hooks";
import type { Contender } from "../contender/contender.ts";
import type { NodeProcess } from "../contender/node-process.ts";
import type { MeasuredPostgres } from "../network/measured-postgres.ts";
import type { Question } from "../scenario/scenario.ts";
import { drive } from "./load.ts";

/** One contender under load once, all for a request on average unless told. */
export interface Round {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds of processor time: of the contender's Node processes, and of Postgres. */
  readonly cpuNode: number;
  readonly cpuPostgres: number;
  readonly cpu: number;
  readonly statements: number;
  /** Questions to other services: over HTTP, or else as function calls. */
  readonly calls: number;
  /** The most memory of its Node processes, each at its own highest, in bytes. */
  readonly peak: number;
  readonly latency: RecordableHistogram;
}

export interface RoundOptions {
  readonly postgres: MeasuredPostgres;
  readonly contender: Contender;
  readonly concurrency: number;
  readonly seconds: number;
  readonly next: () => Question;
}

/** What was used so far. */
interface Meter {
  readonly cpuNode: number;
  readonly cpuPostgres: number;
  readonly statements: number;
  readonly http: number;
  readonly questions: number;
}

/** All is counted until nobody does anything any more: what a change sets off belongs to it. */
export async function runRound(options: RoundOptions): Promise<Round> {
  const { postgres, contender } = options;
  const { processes } = contender;
  await Promise.all(processes.map((process) => process.forgetPeak()));
  await postgres.untilQuiet();
  const before = await read(options);
  const { requests, seconds, latency } = await drive({ url: urlOf(contender), ...options });
  await postgres.untilQuiet();
  const after = await read(options);
  const each = (name: keyof Meter) => (after[name] - before[name]) / requests;
  const peaks = await Promise.all(processes.map((process) => process.peak()));
  return {
    requests,
    requestsPerSecond: requests / seconds,
    cpuNode: each("cpuNode"),
    cpuPostgres: each("cpuPostgres"),
    cpu: each("cpuNode") + each("cpuPostgres"),
    statements: each("statements"),
    calls: Math.max(each("http"), each("questions")),
    peak: peaks.reduce((sum, peak) => sum + peak, 0),
    latency,
  };
}

/** Where a contender answers. */
export function urlOf({ processes: [door] }: Contender): string {
  if (!door) throw new Error("A contender has a process at least");
  return door.url;
}

async function read({ postgres, contender: { processes } }: RoundOptions): Promise<Meter> {
  const counted = await Promise.all(processes.map((process) => process.counted()));
  const statements = await postgres.statements();
  return {
    cpuNode: await sumOf(processes, (process) => process.cpu()),
    cpuPostgres: await postgres.cpu(),
    statements,
    http: counted.reduce((sum, { http }) => sum + http, 0),
    questions: counted.reduce((sum, { questions }) => sum + questions, 0),
  };
}

async function sumOf(
  processes: readonly NodeProcess[],
  read: (process: NodeProcess) => Promise<number>,
): Promise<number> {
  const values = await Promise.all(processes.map(read));
  return values.reduce((sum, value) => sum + value, 0);
}
