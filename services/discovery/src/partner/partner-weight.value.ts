import { Matrix, solve } from "ml-matrix";

/**
 * One organisation and one of its partners, whose tie is taken for unknown: for each other
 * organisation that it could have been (a row), by how much more of each kind (a column) speaks for
 * that one than for the partner.
 */
export type Lesson = readonly Float32Array[];

/** Where a weight begins, and what it never exceeds. */
export interface Start {
  readonly first: number;
  readonly most: number;
}

/** How hard it is to move a weight away from where it begins: as if so many lessons had said so. */
const PRIOR = 50;
/** Of a weight so much stays whatever the lessons say: they are fewer than what they are asked for. */
const LEAST = 0.5;
const MOST_STEPS = 30;
const ENOUGH = 1e-4;
/** Beyond it an exponential is no number. */
const STEEPEST = 30;

/**
 * The weights by which the partners come before the others as probably as can be (a conditional
 * logit, by Newton's method). Few lessons move them little, and no kind of evidence is forgotten.
 */
export function learnWeights(lessons: readonly Lesson[], starts: readonly Start[]): number[] {
  let weights = starts.map(({ first }) => first);
  let loss = lossOf(lessons, weights, starts);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = newtonStep(lessons, weights, starts);
    const next = descend(
      { weights, direction, starts },
      (tried) => lossOf(lessons, tried, starts) < loss,
    );
    if (next === null) return weights;
    const moved = Math.max(...next.map((it, at) => Math.abs(it - (weights[at] ?? 0))));
    weights = next;
    loss = lossOf(lessons, weights, starts);
    if (moved < ENOUGH) return weights;
  }
  return weights;
}

const leastOf = (start: Start | undefined): number => LEAST * (start?.first ?? 0);
const mostOf = (start: Start | undefined): number => start?.most ?? Infinity;

interface Standing {
  readonly weights: readonly number[];
  readonly direction: readonly number[];
  readonly starts: readonly Start[];
}

/** The longest of ever shorter steps that is one down, and leaves every weight in its bounds. */
function descend(
  { weights, direction, starts }: Standing,
  isBetter: (tried: number[]) => boolean,
): number[] | null {
  for (let length = 1; length > 1e-3; length /= 2) {
    const tried = weights.map((it, at) =>
      Math.min(
        mostOf(starts[at]),
        Math.max(leastOf(starts[at]), it - length * (direction[at] ?? 0)),
      ),
    );
    if (isBetter(tried)) return tried;
  }
  return null;
}

function lossOf(lessons: readonly Lesson[], weights: readonly number[], starts: readonly Start[]) {
  const distance = weights.reduce((sum, it, at) => sum + (it - (starts[at]?.first ?? 0)) ** 2, 0);
  return lessons.reduce(
    (sum, lesson) => sum + Math.log(1 + lesson.reduce((all, row) => all + oddsOf(row, weights), 0)),
    (PRIOR / 2) * distance,
  );
}

/** How much likelier than the partner an other is. */
function oddsOf(row: Float32Array, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < row.length; at += 1) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return Math.exp(Math.max(-STEEPEST, Math.min(STEEPEST, sum)));
}

function newtonStep(
  lessons: readonly Lesson[],
  weights: readonly number[],
  starts: readonly Start[],
): number[] {
  const gradient = weights.map((it, at) => PRIOR * (it - (starts[at]?.first ?? 0)));
  const curvature = weights.map((_, at) => weights.map((__, to) => (at === to ? PRIOR : 0)));
  for (const lesson of lessons) addLesson(lesson, weights, { gradient, curvature });
  // A weight that stands at a bound and would go beyond takes no part.
  const free = weights.flatMap((it, at) => {
    const slope = gradient[at] ?? 0;
    const isHeld = slope > 0 ? it <= leastOf(starts[at]) : it >= mostOf(starts[at]);
    return isHeld ? [] : [at];
  });
  if (free.length === 0) return weights.map(() => 0);
  const left = new Matrix(free.map((at) => free.map((to) => curvature[at]?.[to] ?? 0)));
  const right = Matrix.columnVector(free.map((at) => gradient[at] ?? 0));
  const solved = solve(left, right).to1DArray();
  const step = weights.map(() => 0);
  free.forEach((at, row) => {
    step[at] = solved[row] ?? 0;
  });
  return step;
}

interface Slope {
  readonly gradient: number[];
  readonly curvature: number[][];
}

function addLesson(lesson: Lesson, weights: readonly number[], { gradient, curvature }: Slope) {
  const odds = lesson.map((row) => oddsOf(row, weights));
  const all = odds.reduce((sum, it) => sum + it, 1);
  const mean = weights.map(() => 0);
  lesson.forEach((row, number) => {
    const chance = (odds[number] ?? 0) / all;
    row.forEach((value, at) => {
      mean[at] = (mean[at] ?? 0) + chance * value;
      const line = curvature[at] ?? [];
      for (let to = 0; to < row.length; to += 1) {
        line[to] = (line[to] ?? 0) + chance * value * (row[to] ?? 0);
      }
    });
  });
  mean.forEach((value, at) => {
    gradient[at] = (gradient[at] ?? 0) + value;
    const line = curvature[at] ?? [];
    mean.forEach((other, to) => {
      line[to] = (line[to] ?? 0) - value * other;
    });
  });
}
