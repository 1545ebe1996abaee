import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baselinesOf } from "./baselines.ts";
import { confidenceOf, type Interval } from "./confidence.ts";
import { finderScorer, type ScratchGraph } from "./finder-scorer.ts";
import { aucOf, hitsOf, measure, mrrOf, type Outcomes } from "./measures.ts";
import type { NetworkFiles } from "./network-files.ts";
import type { NetworkSplit } from "./network-split.ts";
import { type Scorer, ScoreTable } from "./score-table.ts";
import { writeTrainFiles } from "./train-files.ts";

export interface Figures {
  readonly auc: number;
  readonly mrr: number;
  readonly hitsAt10: number;
}

export interface MethodFigures extends Figures {
  readonly method: string;
  readonly small: Figures;
  /** Of 95 in 100 draws of as many questions (bootstrap). */
  readonly intervals: Readonly<Record<keyof Figures, Interval>>;
}

/** The finder first, then the baselines. */
export async function evaluate(
  files: NetworkFiles,
  split: NetworkSplit,
  graph: ScratchGraph,
): Promise<MethodFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), "convene-train-"));
  try {
    await writeTrainFiles(folder, files, split);
    const methods = { convene: await finderScorer(graph, folder, split), ...baselinesOf(split) };
    const figures: MethodFigures[] = [];
    for (const [method, scorer] of Object.entries(methods)) {
      figures.push({ method, ...(await figuresOf(split, scorer)) });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function figuresOf(split: NetworkSplit, scorer: Scorer) {
  const { all, small } = measure(split, await ScoreTable.of(split.organisations.length, scorer));
  const ofPairs = (sample: readonly number[]) => aucOf({ auc: sample, ranks: [] });
  const ofRanks = (of: (outcomes: Outcomes) => number) => (sample: readonly number[]) =>
    of({ auc: [], ranks: sample });
  return {
    ...summary(all),
    small: summary(small),
    intervals: {
      auc: confidenceOf(all.auc, ofPairs),
      mrr: confidenceOf(all.ranks, ofRanks(mrrOf)),
      hitsAt10: confidenceOf(all.ranks, ofRanks(hitsOf)),
    },
  };
}

const summary = (outcomes: Outcomes): Figures => ({
  auc: aucOf(outcomes),
  mrr: mrrOf(outcomes),
  hitsAt10: hitsOf(outcomes),
});
