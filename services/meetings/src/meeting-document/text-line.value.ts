import { createRequire } from "node:module";
import type { Bidi } from "bidi-js";

/** Its types tell of a default export, which Node does not see. */
const createBidi = createRequire(import.meta.url)("bidi-js") as () => Bidi;
const bidi = createBidi();

/** A stretch of text in one weight. */
export interface Span {
  readonly text: string;
  readonly isBold: boolean;
}

/** A stretch of a line in one weight and one direction, its characters as they were written. */
export interface Piece extends Span {
  readonly isRightToLeft: boolean;
}

/** Its pieces stand from left to right. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly isRightToLeft: boolean;
}

export interface Setting {
  readonly width: number;
  readonly language: string;
  /** Where the text has no letter that says it. */
  readonly direction: "ltr" | "rtl";
  readonly measure: (piece: Span) => number;
}

const STRONG = /[\p{L}\p{N}]/u;
const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction of the first letter. */
function directionOf(text: string, otherwise: "ltr" | "rtl"): "ltr" | "rtl" {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return otherwise;
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** Breaks a paragraph into lines, and orders each for the eye (Unicode UAX 9). */
export function linesOf(spans: readonly Span[], setting: Setting): Line[] {
  const text = spans.map((span) => span.text).join("");
  const isBold = spans.flatMap((span) => Array<boolean>(span.text.length).fill(span.isBold));
  const direction = directionOf(text, setting.direction);
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const measure = (from: number, until: number) =>
    stretches(from, until, (at) => isBold[at] ?? false).reduce(
      (sum, [start, end]) =>
        sum + setting.measure({ text: text.slice(start, end), isBold: isBold[start] ?? false }),
      0,
    );
  return breaksOf(text, setting, measure).map(([from, until]) => {
    const end = from + text.slice(from, until).trimEnd().length;
    const level = (at: number) => (levels[at] ?? 0) * 2 + (isBold[at] ? 1 : 0);
    const runs = stretches(from, end, level).map(([start, stop]) => ({
      level: levels[start] ?? 0,
      text: text.slice(start, stop),
      isBold: isBold[start] ?? false,
    }));
    const pieces = inSight(runs).map((run) => ({ ...run, isRightToLeft: run.level % 2 === 1 }));
    return { pieces, width: measure(from, end), isRightToLeft: direction === "rtl" };
  });
}

type Stretch = [from: number, until: number];

/** Stretches of the same, from one place to another. */
function stretches(from: number, until: number, kind: (at: number) => unknown): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from; at < until; at += 1) {
    const last = found.at(-1);
    if (last && kind(last[0]) === kind(at)) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

/** Rule L2: from the highest level down to the lowest odd one, what is as high is turned round. */
function inSight<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (const [from, until] of stretches(
      0,
      ordered.length,
      (at) => (ordered[at]?.level ?? 0) >= level,
    )) {
      if ((ordered[from]?.level ?? 0) < level) continue;
      ordered.splice(from, until - from, ...ordered.slice(from, until).reverse());
    }
  }
  return ordered;
}

type Measure = (from: number, until: number) => number;

/** As many words in each line as fit; a word that is longer than a line is broken anywhere. */
function breaksOf(text: string, { width, language }: Setting, measure: Measure): Stretch[] {
  const lines: Stretch[] = [];
  let from = 0;
  let filled = 0;
  let used = 0;
  const close = (at: number) => {
    lines.push([from, at]);
    [from, filled, used] = [at, at, 0];
  };
  for (const until of placesToBreak(text, language)) {
    const word = text.slice(filled, until);
    const needed = measure(filled, filled + word.trimEnd().length);
    if (used + needed > width && filled > from) close(filled);
    for (let at = filled + 1; needed > width && at < until; at += 1) {
      if (measure(from, at + 1) > width && !isWithin(text, at)) close(at);
    }
    used = measure(from, until);
    filled = until;
    if (word.endsWith("\n")) close(until);
  }
  if (text.length > from) close(text.length);
  return lines;
}

/** Between the two halves of one character. */
const isWithin = (text: string, at: number): boolean =>
  /^[\uDC00-\uDFFF\p{M}]/u.test(text.slice(at));

/** Behind words, with the marks that belong to them; between the words of scripts without spaces. */
function placesToBreak(text: string, language: string): number[] {
  const places: number[] = [];
  let isOpen = true;
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: "word" }).segment(
    text,
  )) {
    const belongsBefore = !STRONG.test(segment) && !/^[\p{Ps}\p{Pi}]/u.test(segment);
    if (!isOpen && !belongsBefore) places.push(index);
    isOpen = /^[\p{Ps}\p{Pi}]/u.test(segment);
    if (segment.includes("\n")) places.push(index + segment.length);
  }
  return [...new Set([...places, text.length])].filter((place) => place > 0);
}

/** What is drawn for it where text runs from right to left: brackets open on the other side. */
export const mirrored = (character: string): string =>
  bidi.getMirroredCharacter(character) ?? character;
