import { diff } from "jest-diff";

/** What one contender answered to a question. */
export interface Answer {
  readonly contender: string;
  readonly data: unknown;
}

/** Contenders that answer otherwise do another work: their figures say nothing. */
export class Disagreement extends Error {
  override readonly name = "Disagreement";
}

/**
 * All answers must be the same data in the same order, of keys too.
 *
 * @throws Disagreement with what is otherwise, line by line.
 */
export function requireAgreement(question: string, answers: readonly Answer[]): void {
  const [first, ...rest] = answers;
  if (!first) return;
  for (const other of rest) {
    if (JSON.stringify(other.data) === JSON.stringify(first.data)) continue;
    const lines = diff(pretty(first.data), pretty(other.data), {
      aAnnotation: first.contender,
      bAnnotation: other.contender,
      contextLines: 3,
      expand: false,
    });
    throw new Disagreement(`${question} is answered otherwise:\n\n${lines ?? ""}`);
  }
}

/** As text, since the order of keys counts. */
const pretty = (data: unknown): string => JSON.stringify(data, null, 2);
