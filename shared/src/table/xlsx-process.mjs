/*
 * Reads one sheet of a workbook in a process of its own: whatever a file does to memory or time, it
 * does to this process, which can be ended. It gives rows as it is asked for them.
 * Plain JavaScript, so that it starts without a compiler.
 */
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import yauzl from "yauzl";

const ROWS_PER_ANSWER = 500;
const DEFLATED = 8;

class Refused extends Error {}

/** Before anything is unpacked: how much it would be. The reader then holds each part to its size. */
async function refuseBombs({ bytes, limits }) {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { compressedSize, uncompressedSize, compressionMethod } = entry;
    const hidesItsSize = compressedSize === 0 || (uncompressedSize === 0 && compressedSize > 2);
    unpacked += uncompressedSize;
    if (unpacked > limits.unpackedBytes || (compressionMethod === DEFLATED && hidesItsSize)) {
      throw new Refused(
        `The workbook is too large: unpacked it is more than ${limits.unpackedBytes / 1e6} MB`,
      );
    }
  }
}

/** The sheet told, whatever its case; else the first that is not hidden. */
async function chooseSheet({ bytes, sheet }) {
  const sheets = [];
  const listOnly = (info) => {
    sheets.push(info);
    return false;
  };
  await readXlsx(bytes, { sheets: listOnly });
  const seen = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  const keyOf = (name) => name.trim().toLowerCase();
  const found =
    sheet === null
      ? (seen[0] ?? sheets[0])
      : (sheets.find(({ name }) => name === sheet) ??
        sheets.find(({ name }) => keyOf(name) === keyOf(sheet)));
  if (found) return found.index;
  const names = seen.map(({ name }) => `"${name}"`).join(", ");
  throw new Refused(
    sheet === null
      ? "The workbook has no sheet"
      : `The workbook has no sheet "${sheet}"; it has ${names}`,
  );
}

async function* sheetRows(request) {
  const { bytes, limits } = request;
  await refuseBombs(request);
  const chosen = await chooseSheet(request);
  let line = 0;
  let count = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: chosen })) {
    line = Number.isSafeInteger(index) && index >= line ? index + 1 : line + 1;
    const cells = values.map(textOf);
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > limits.columns) {
      throw new Refused(`Row ${line} is wider than ${limits.columns} columns`);
    }
    count += 1;
    if (count > limits.rows) throw new Refused(`The sheet has more than ${limits.rows} rows`);
    yield { line, cells };
  }
}

/** A cell as a CSV of the sheet would have it, dates and numbers in the form that all can read. */
function textOf(value) {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : dateText(value);
  // Excel itself shows fifteen digits: 0.1 + 0.2 is 0.3 there.
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value.replace(/\r\n?/g, "\n");
}

function dateText(date) {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}

async function answer(rows) {
  const answered = [];
  while (answered.length < ROWS_PER_ANSWER) {
    const next = await rows.next();
    if (next.done) return { rows: answered, isLast: true };
    answered.push(next.value);
  }
  return { rows: answered, isLast: false };
}

let rows = null;
process.on("message", (request) => {
  rows ??= sheetRows({ ...request, bytes: Buffer.from(request.bytes) });
  answer(rows).then(
    (message) => process.send(message),
    (error) => {
      const refused = error instanceof Refused ? error.message : null;
      process.send({ refused, unreadable: refused === null ? String(error.message) : null });
    },
  );
});
// Whoever asked is gone.
process.on("disconnect", () => process.exit());
