import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { invalid } from "@convene/shared/errors";
import { fetchOutside } from "@convene/shared/outbound/fetch-outside";
import { OutsideError } from "@convene/shared/outbound/outside-error";
import { ThreadRoom } from "../thread/thread-room.service.ts";

const PROGRAM = new URL("calendar.worker.mjs", import.meta.url);
const DAY = 24 * 60 * 60_000;
/** A request holds a megabyte at the most. */
const MOST_CHARACTERS = 700_000;
/** What is further away is not planned yet, and changes until then. */
const DAYS = 400;
const LIMITS = { events: 5_000, steps: 50_000, busy: 5_000 };
/** Of reading, in milliseconds. */
const PATIENCE = 5_000;
/** Megabytes. */
const MEMORY = 128;

const OUTSIDE = { maxBytes: 1_000_000, timeoutMs: 5_000, accept: ["text/calendar"] } as const;

/** Of the whole process: two calendars at a time may use so much. */
const room = new ThreadRoom({
  atOnce: 2,
  waiting: 32,
  refusal: "Too many calendars are being read at the moment: try again in a minute",
});

/** In seconds of the epoch, in order, none touching the next. */
export type BusyTimes = [from: number, until: number][];

/** Where a time is meant that names no zone, and by which field the calendar was given. */
interface Reading {
  readonly timeZone: string;
  readonly field: "ics" | "url";
}

interface Answer {
  readonly busy?: BusyTimes;
  readonly refused?: string;
}

/** Takes busy times out of calendars that people send. */
export class CalendarReader {
  /**
   * Of an address outside.
   *
   * @throws BAD_USER_INPUT, in the same words whatever is wrong there: else they tell of a network
   */
  async readAt(url: string, timeZone: string): Promise<BusyTimes> {
    const { body } = await fetchOutside(url, OUTSIDE).catch((error: unknown) => {
      if (!(error instanceof OutsideError)) throw error;
      throw invalid("url", "No calendar can be read at this address (https, text/calendar)");
    });
    return this.read(body.toString("utf8"), { timeZone, field: "url" });
  }

  /**
   * @throws BAD_USER_INPUT where it is no calendar, or does more than a calendar needs
   */
  async read(text: string, { timeZone, field }: Reading): Promise<BusyTimes> {
    if (text.length > MOST_CHARACTERS) {
      throw invalid(
        field,
        `The calendar has ${text.length} characters; at most ${MOST_CHARACTERS}`,
      );
    }
    const { busy, refused } = await room.within(() => answerOf(text, timeZone));
    if (!busy) throw invalid(field, `The calendar is refused. ${refused ?? ""}`);
    return busy;
  }
}

/** In a thread that is ended when it has answered, and when it does not. */
async function answerOf(text: string, timeZone: string): Promise<Answer> {
  const from = Date.now() - DAY;
  const until = from + DAYS * DAY;
  const limits = { ...LIMITS, lastYear: new Date(until).getUTCFullYear() + 1 };
  const worker = new Worker(PROGRAM, {
    workerData: { text, from, until, timeZone, limits },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: MEMORY / 8 },
    execArgv: [],
    env: {},
  });
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const [answer] = (await once(worker, "message", { signal }).catch(() => [
      { refused: "Reading it takes too much time or memory" },
    ])) as [Answer];
    return answer;
  } finally {
    await worker.terminate();
  }
}
