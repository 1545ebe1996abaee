import type { Outcome } from "./checking.ts";
import { MEDIAN_LINES } from "./structure-rules.ts";
import { checkStructure } from "./structure.ts";
import { filesOf, linesOf } from "./tree.ts";

const LISTS =
  "The lists of rooms, roles and parts of shared/ are in platform/src/check/structure-rules.ts.";

/** Where every file of the checkout stands, and what it is called. */
export async function structureOutcome(root: string): Promise<Outcome> {
  const files = await filesOf(root);
  const problems = checkStructure(files);
  const sources = files.filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
  return {
    passed: problems.length === 0,
    note: medianNote(sources.map((path) => linesOf(root, path))),
    output: [...problems.map(({ path, why }) => `${path}\n    ${why}`), LISTS].join("\n"),
  };
}

function medianNote(lines: readonly number[]): string {
  const middle = median(lines);
  const verdict = middle < MEDIAN_LINES ? "" : `, wanted under ${MEDIAN_LINES}`;
  return `${lines.length} source files, half of them up to ${middle} lines${verdict}`;
}

/** Of an even number, the lower of the two in the middle; 0 of none. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
}
