import { paint } from "./paint.mjs";

/** Something that the person at the keyboard can put right, said in one sentence. */
export class LaunchError extends Error {
  name = "LaunchError";
  exitCode = 1;
}

/** The installation was interrupted: nothing to say, and the exit code that a shell expects. */
export class Interrupted extends Error {
  name = "Interrupted";

  constructor(exitCode) {
    super("Interrupted");
    this.exitCode = exitCode;
  }
}

const SENTENCES = ["LaunchError", "StartError", "ConfigError"];

/** One sentence for what a person can put right; the whole stack for what is a bug. */
export function report(error) {
  if (error?.name === "Interrupted") return;
  const sentence = SENTENCES.includes(error?.name);
  const text = sentence ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`${paint("red", "✗")} ${text}\n`);
}
