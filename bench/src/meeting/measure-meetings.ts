import { parseArgs } from "node:util";
import { StartError } from "@convene/platform/postgres/start-error";
import { z } from "zod";
import { latencyLine } from "../discovery/latency.ts";
import { print } from "../figures.ts";
import { openNetwork } from "../network/bench-network.ts";
import { calendarTimes } from "./calendar-times.ts";
import { liveDelay } from "./live-delay.ts";
import { measurePlans } from "./plan-times.ts";

const USAGE = `npm run bench -- meetings [RUNS] [--times N] [--organisations N] [--data FOLDER]`;

const whole = z.coerce.number({ error: "want a whole number" }).int().min(1);
const optionsSchema = z.object({
  runs: whole.default(5),
  times: whole.default(100),
  organisations: whole.default(10_000),
  /** A network of its own: meetings are added to it. */
  data: z.string().default(".data/bench/meetings"),
});

/** What is planned and expanded, what calendars take to read, and when others see a change. */
export async function measureMeetings(args: readonly string[]): Promise<void> {
  const { runs, times, organisations, data } = readOptions(args);
  await measurePlans(runs);
  const network = await openNetwork({ folder: data, organisations });
  try {
    for (const latency of await calendarTimes(network, times)) print(latencyLine(latency));
    print(latencyLine(await liveDelay(network, times)));
  } finally {
    await network.stop();
  }
}

function readOptions(args: readonly string[]): z.infer<typeof optionsSchema> {
  try {
    const text = { type: "string" } as const;
    const options = { times: text, organisations: text, data: text };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return optionsSchema.parse({ ...values, runs: positionals[0] });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
