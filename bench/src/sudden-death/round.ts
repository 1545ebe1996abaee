import { setTimeout as pause } from "node:timers/promises";
import { MortalPlatform } from "./mortal-platform.ts";
import type { Random } from "./random.ts";
import { compareWithRebuild } from "./replicas.ts";
import { type Findings, merge, type Work } from "./work.ts";

/** How a round ends: all of it is drawn before the round begins. */
export interface Death {
  /** Milliseconds after the work has begun to leave something; or, where `early`, after its start. */
  readonly after: number;
  readonly early: boolean;
  /** Whether the database server is killed in the same moment. */
  readonly postgres: boolean;
  /** Whether the work's own processes are. */
  readonly work: boolean;
}

export interface Round {
  /** The platform of the next start. */
  readonly platform: MortalPlatform;
  readonly death: Death;
  /** Whether the work was still at it, so that it was cut off. */
  readonly inTheMiddle: boolean;
  readonly findings: Findings;
}

export const drawDeath = (random: Random): Death => {
  const early = random.percent(25);
  return {
    early,
    after: random.upTo(early ? 3_000 : 1_500),
    postgres: random.percent(33),
    work: random.percent(50),
  };
};

interface RoundOptions {
  readonly works: readonly Work[];
  readonly death: Death;
  /** Of `npm start`. */
  readonly options: readonly string[];
}

/** Sets work going beside the platform, kills it in the middle, starts again and looks. */
export async function killOnce(
  platform: MortalPlatform,
  { works, death, options }: RoundOptions,
): Promise<Round> {
  for (const work of works) work.begin(platform);
  if (!death.early) await Promise.all(works.map((work) => work.begun()));
  await pause(death.after);
  const inTheMiddle = works.every((work) => work.runs);
  const workers = death.work ? works : [];
  await Promise.all([platform.kill(death), ...workers.map((work) => work.kill())]);
  const next = await startAgain(platform.dataFolder, works, options);
  const findings = [];
  for (const work of works) findings.push(await work.check(next));
  findings.push(await compareWithRebuild(next.dataFolder));
  return { platform: next, death, inTheMiddle, findings: merge(findings) };
}

/**
 * A command that had not reached the platform when that was killed opens the database itself, and
 * the next start is told so until it is done.
 */
async function startAgain(
  dataFolder: string,
  works: readonly Work[],
  options: readonly string[],
): Promise<MortalPlatform> {
  try {
    return await MortalPlatform.start(dataFolder, options);
  } catch (error) {
    if (!String(error).includes("already runs on this data folder")) throw error;
    await Promise.all(works.map((work) => work.ended()));
    return MortalPlatform.start(dataFolder, options);
  }
}
