import { once } from "node:events";
import { parseArgs } from "node:util";
import { requireGivenSecret } from "@convene/shared/production-secrets";
import pino from "pino";
import { type PlatformConfig, readPlatformConfig } from "../config.ts";
import type { Platform } from "../runtime/platform.ts";
import { requirePort } from "../runtime/port.ts";
import { StartError } from "../postgres/start-error.ts";
import { coloursOf, Steps } from "./terminal.ts";
import { welcome } from "./welcome.ts";

/** `npm start [-- --empty]`: all of Convene in this process, until it is told to end. */
export async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
  const empty = readOptions(args);
  const config = readPlatformConfig();
  requireGivenSecret(config);
  const { bold, dim } = coloursOf(process.stdout);
  process.stdout.write(`\n${bold("Convene")} ${dim("· one graph for the Global Compact")}\n\n`);
  await requirePort(config);
  const lost = new AbortController();
  const began = performance.now();
  // It takes a second to load, which nobody shall wait for who is refused.
  const { startPlatform } = await import("../runtime/platform.ts");
  const starting = startPlatform({
    config,
    empty,
    signal,
    progress: new Steps(process.stdout, signal),
    log: pino({ name: "convene", level: config.LOG_LEVEL }, pino.destination(2)),
    onLost: (sentence) => {
      lost.abort(new StartError(sentence));
    },
  });
  const platform = await starting.catch((error: unknown) => {
    if (signal.aborted) process.stdout.write(`\n${dim("Stopped before it was ready.")}\n`);
    throw error;
  });
  try {
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(await greet(platform, config, seconds));
    await untilEither(signal, lost.signal);
  } finally {
    process.stdout.write(`\n${dim("Stopping …")} `);
    await platform.stop();
    process.stdout.write(`${dim("stopped.")}\n`);
  }
  lost.signal.throwIfAborted();
}

/** @throws StartError for an option that is none. */
function readOptions(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { empty: { type: "boolean" } } });
    return values.empty ?? false;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${reason}. npm start takes --empty, and nothing else.`);
  }
}

/** In production what is printed is kept in logs, where no token belongs. */
async function greet(
  platform: Platform,
  { NODE_ENV }: PlatformConfig,
  seconds: number,
): Promise<string> {
  const { demo, secrets, url, notice, beginning } = platform;
  const development = NODE_ENV !== "production";
  const { DEMO_VIEWERS, demoToken } = await import("../demo/demo-viewers.ts");
  const viewers =
    demo && development
      ? await Promise.all(
          DEMO_VIEWERS.map(async ({ key, title }) => ({
            title,
            token: await demoToken({ secrets, demo, key }),
          })),
        )
      : [];
  const colours = coloursOf(process.stdout);
  return welcome({ url, seconds, development, demo, viewers, beginning, notice, colours });
}

async function untilEither(...signals: readonly AbortSignal[]): Promise<void> {
  const either = AbortSignal.any([...signals]);
  if (!either.aborted) await once(either, "abort");
}
