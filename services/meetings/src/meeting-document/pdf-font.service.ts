import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";

const require = createRequire(import.meta.url);
const subsetsSchema = z.record(z.string(), z.string());

export interface PdfFont {
  readonly name: string;
  readonly file: string;
}

interface Subset {
  readonly ranges: readonly (readonly [from: number, until: number])[];
  readonly family: string;
  readonly subset: string;
}

/** Latin, Greek and Cyrillic first: of what several fonts have, theirs is taken. */
const SUBSETS: readonly Subset[] = [
  ...subsetsOf("noto-sans", require.resolve("@fontsource/noto-sans/unicode.json")).reverse(),
  ...subsetsOf("noto-sans-arabic", require.resolve("@fontsource/noto-sans-arabic/unicode.json")),
  ...subsetsOf("noto-sans-sc", require.resolve("@fontsource/noto-sans-sc/unicode.json")),
];

/** `{ "latin": "U+0000-00FF,U+0131" }`, as fonts are divided for browsers. */
function subsetsOf(family: string, file: string): Subset[] {
  return Object.entries(subsetsSchema.parse(JSON.parse(readFileSync(file, "utf8")))).map(
    ([subset, ranges]) => ({
      family,
      subset: subset.replace(/^\[(\d+)\]$/, "$1"),
      ranges: ranges.split(",").map((range) => {
        const [from = "", until = from] = range.slice(2).split("-");
        return [Number.parseInt(from, 16), Number.parseInt(until, 16)] as const;
      }),
    }),
  );
}

const known = new Map<number, Subset>();

function subsetFor(point: number): Subset | undefined {
  const found =
    known.get(point) ??
    SUBSETS.find(({ ranges }) => ranges.some(([from, until]) => point >= from && point <= until)) ??
    SUBSETS[0];
  if (found) known.set(point, found);
  return found;
}

/** The font that has the character: the six languages of the United Nations, and what is near. */
export function fontFor(character: string, isBold: boolean): PdfFont {
  const { family, subset } = subsetFor(character.codePointAt(0) ?? 0) ?? { family: "", subset: "" };
  const name = `${family}-${subset}-${isBold ? 700 : 400}-normal`;
  return { name, file: `@fontsource/${family}/files/${name}.woff` };
}

const read = new Map<string, Buffer>();

/** Kept once it was read: there are few that are asked for. */
export function fontBytes({ name, file }: PdfFont): Buffer {
  const bytes = read.get(name) ?? readFileSync(require.resolve(file));
  read.set(name, bytes);
  return bytes;
}
