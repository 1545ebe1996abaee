import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtFile } from "./build.mjs";
import { boundHeapGrowth } from "./heap-growth.mjs";
import { LaunchError, report } from "./launch-error.mjs";

/** npm passes Ctrl-C on to us although the terminal has sent it already: that is one wish, not two. */
const SAME_WISH = 1000;

/**
 * Runs a command of TypeScript in this process: no second Node to keep in memory, and no signal to
 * hand on. @returns the exit code
 */
export async function runCommand({ root, entries, entry, args }) {
  const source = join(root, entry);
  if (!existsSync(source)) throw new LaunchError(`${source} is missing: fetch the checkout again.`);
  // From Node 22 on, what V8 compiled is kept as well.
  module.enableCompileCache?.(join(root, "node_modules", ".cache", "convene-compiled"));
  // What goes wrong is told by the lines of the sources.
  process.setSourceMapsEnabled(true);
  boundHeapGrowth();
  const file = await builtFile({ root, entries, entry });
  const ending = endOnSignal();
  try {
    const { run } = await import(pathToFileURL(file).href);
    if (run.length >= TAKES_SIGNAL) ending.hand();
    const code = await run(args, ending.signal);
    return code ?? ending.exitCode() ?? 0;
  } catch (error) {
    if (ending.exitCode() !== null && error?.name === "AbortError") return ending.exitCode();
    report(error);
    return error?.exitCode ?? 1;
  } finally {
    ending.release();
  }
}

/** A command with a second parameter ends itself; any other is ended from here. */
const TAKES_SIGNAL = 2;

/**
 * Until the command takes it into its hands, a signal ends the process. From then on the first
 * signal asks the command to end; a second one, a moment later, does not wait for it.
 */
function endOnSignal() {
  const controller = new AbortController();
  let first = null;
  let handed = false;
  const handle = (name) => {
    const code = 128 + constants.signals[name];
    if (!handed) {
      leave(code);
    } else if (first === null) {
      first = { at: Date.now(), code };
      controller.abort();
    } else if (Date.now() - first.at > SAME_WISH) {
      leave(code);
    }
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of names) process.on(name, handle);
  return {
    signal: controller.signal,
    hand: () => {
      handed = true;
    },
    exitCode: () => first?.code ?? null,
    release: () => {
      for (const name of names) process.off(name, handle);
    },
  };
}

/** At once, but with the cursor that a progress bar may have hidden. */
function leave(code) {
  if (process.stderr.isTTY) process.stderr.write("\u001B[?25h");
  process.exit(code);
}
