import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { fileProblem } from "./file-problem.ts";
import type { RawRow } from "./table.ts";

/** What a workbook may cost. A sheet that is larger is better kept as CSV, which has no bounds. */
export interface XlsxLimits {
  /** Of all of its parts, once they are unpacked. */
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Of reading alone; what is done with the rows meanwhile does not count. */
  readonly seconds: number;
  /**
   * In megabytes, of V8's heap: what is made of the parts. The bytes themselves lie outside of it,
   * and are bounded by `unpackedBytes`.
   */
  readonly memory: number;
}

const XLSX_LIMITS: XlsxLimits = {
  unpackedBytes: 100_000_000,
  rows: 200_000,
  columns: 1_000,
  seconds: 60,
  memory: 768,
};

export interface XlsxOptions {
  /** By name; the first that is not hidden unless told. */
  readonly sheet?: string | undefined;
  readonly limits?: Partial<XlsxLimits>;
}

interface Answer {
  readonly rows?: readonly RawRow[];
  readonly isLast?: boolean;
  readonly refused?: string | null;
  readonly unreadable?: string | null;
}

/**
 * The rows of a sheet as text, blank ones left out, each with its number in the sheet: formulas as
 * what they last came to, dates as ISO 8601. Read in a process of its own, within limits.
 *
 * @throws BAD_USER_INPUT where it is no workbook, has no such sheet, or is too large
 */
export async function* xlsxRows(
  bytes: Uint8Array,
  { sheet, limits: given }: XlsxOptions = {},
): AsyncGenerator<RawRow, void, undefined> {
  const limits = { ...XLSX_LIMITS, ...given };
  const child = fork(PROGRAM, {
    execArgv: boundedMemory(limits.memory),
    // It reads what strangers send, and has nothing of ours.
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const reading: Reading = { child, limits, millisecondsLeft: limits.seconds * 1_000 };
  try {
    for (let request: object = { bytes, sheet: sheet ?? null, limits }; ; request = {}) {
      const { rows = [], isLast, refused, unreadable } = await ask(reading, request);
      yield* rows;
      if (refused != null) throw fileProblem(refused);
      if (unreadable != null) throw unreadableProblem(unreadable);
      if (isLast) return;
    }
  } finally {
    child.kill("SIGKILL");
  }
}

/**
 * What is young has a space of its own beside the limit, three times the size told, and a newer Node
 * makes it hundreds of megabytes large unless it is bounded too.
 */
const boundedMemory = (megabytes: number): string[] => [
  `--max-old-space-size=${megabytes}`,
  `--max-semi-space-size=${Math.max(1, Math.floor(megabytes / 48))}`,
];

const PROGRAM = fileURLToPath(new URL("xlsx-process.mjs", import.meta.url));

interface Reading {
  readonly child: ChildProcess;
  readonly limits: XlsxLimits;
  millisecondsLeft: number;
}

/** Its next rows. It may also end, or not answer in time. */
async function ask(reading: Reading, request: object): Promise<Answer> {
  const { child, limits } = reading;
  const began = performance.now();
  const tooMuch = `The workbook takes more than ${limits.memory} MB of memory to read`;
  const tooLong = `The workbook takes more than ${limits.seconds} seconds to read`;
  const answer = await new Promise<Answer>((resolve) => {
    const timer = setTimeout(done, reading.millisecondsLeft, { refused: tooLong });
    const ended = () => {
      done({ refused: tooMuch });
    };
    function done(told: Answer): void {
      clearTimeout(timer);
      child.off("message", done).off("exit", ended);
      resolve(told);
    }
    child.once("message", done).once("exit", ended);
    if (child.exitCode !== null || child.signalCode !== null) ended();
    else {
      child.send(request, (error) => {
        if (error) ended();
      });
    }
  });
  reading.millisecondsLeft -= performance.now() - began;
  return answer;
}

const unreadableProblem = (reason: string) =>
  fileProblem(
    `This is no Excel workbook (.xlsx) that can be read (${reason}): open it in a spreadsheet program, and save it as .xlsx or CSV`,
  );
