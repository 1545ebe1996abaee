import { fileProblem } from "./file-problem.ts";

/** Labels of the WHATWG Encoding Standard. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Files that people take for a CSV, by how they begin. */
const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^PK\u0003\u0004/, "an Excel workbook (.xlsx) or another zip archive"],
  [/^\u00d0\u00cf\u0011\u00e0/, "an old Excel workbook (.xls)"],
  [/^%PDF-/, "a PDF"],
  [/^\u001f\u008b/, "a gzip archive"],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml)/i, "a web page or XML"],
];

const BYTE_ORDER_MARKS: readonly (readonly [string, TextEncoding])[] = [
  ["\u00ef\u00bb\u00bf", "utf-8"],
  ["\u00ff\u00fe", "utf-16le"],
  ["\u00fe\u00ff", "utf-16be"],
];

/**
 * The encoding that the first bytes of a file tell: by a byte order mark, or, for UTF-16 without
 * one, by the zero bytes beside its ASCII letters. Null where they tell none. Refuses what is
 * plainly no text.
 */
export function encodingOfOpening(opening: Buffer): TextEncoding | null {
  const head = opening.subarray(0, 512).toString("latin1");
  const other = OTHER_FORMATS.find(([signature]) => signature.test(head));
  if (other) throw fileProblem(`This is ${other[1]}, not CSV: save the table as CSV (UTF-8)`);
  const marked = BYTE_ORDER_MARKS.find(([mark]) => head.startsWith(mark));
  return marked ? marked[1] : utf16WithoutMark(head);
}

function utf16WithoutMark(head: string): TextEncoding | null {
  const zeros = { even: 0, odd: 0 };
  for (let at = 0; at < head.length; at++) {
    if (head[at] === "\0") zeros[at % 2 === 0 ? "even" : "odd"] += 1;
  }
  // Half of all bytes in Western text; far fewer, but some (commas, line ends), in Arabic or Chinese.
  const enough = Math.max(3, head.length / 16);
  if (zeros.odd >= enough && zeros.even === 0) return "utf-16le";
  if (zeros.even >= enough && zeros.odd === 0) return "utf-16be";
  return null;
}

/**
 * Tells UTF-8 from Windows-1252 (what Excel writes on Western systems), given bytes of which some
 * are not ASCII. Anything else is refused, not guessed: a Cyrillic or Arabic code page would be
 * read as Western gibberish. Western words hold single accented letters, other scripts long runs.
 */
export function encodingOfBytes(bytes: Buffer): TextEncoding {
  const asUtf8 = new TextDecoder().decode(bytes, { stream: true });
  const broken = asUtf8.match(/\ufffd/g)?.length ?? 0;
  const intact = (asUtf8.match(/[\u0080-\uffff]/g)?.length ?? 0) - broken;
  if (broken === 0 || intact > broken) return "utf-8";
  const asWestern = decodeWestern(bytes);
  if (!/[\u00c0-\u00ff]{4}|[\u0080-\u009f]/.test(asWestern)) return "windows-1252";
  throw fileProblem("The encoding of the text is not recognised: save the file as CSV (UTF-8)");
}

/** Gets a file's bytes piece by piece, null at its end. Throws where they are not in the encoding. */
export type Decoder = (bytes: Buffer | null) => string;

export function decoderOf(encoding: TextEncoding): Decoder {
  if (encoding === "windows-1252") return (bytes) => (bytes ? decodeWestern(bytes) : "");
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}

/** Windows-1252's own characters, 0x80 to 0x9F; five are undefined. */
const WESTERN_MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20.18.3 to 24 decode `windows-1252` as Latin-1 (nodejs/node#56542), so not TextDecoder. */
function decodeWestern(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (mark) => WESTERN_MARKS[mark.charCodeAt(0) - 0x80] ?? mark);
}
