import { paint } from "./paint.mjs";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const BAR = 28;
const LINE_EVERY = 10_000;

/** A terminal that a line can be written over in; not a file, a pipe or a build's log. */
const isLive = (out) => out.isTTY === true && !process.env.CI && process.env.TERM !== "dumb";

/**
 * Shows how far something is, on standard error, so that a command's own output stays clean.
 * `count()` answers how many of `total` are done; it is asked ten times a second in a terminal,
 * and every ten seconds where lines are kept.
 */
export function showProgress({ title, total, count, out = process.stderr }) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const live = isLive(out);
  let frame = 0;

  const draw = () => {
    const done = Math.min(count(), total);
    const filled = total === 0 ? 0 : Math.round((done / total) * BAR);
    const bar = paint("cyan", "━".repeat(filled)) + paint("dim", "─".repeat(BAR - filled));
    const spin = paint("cyan", FRAMES[(frame += 1) % FRAMES.length]);
    const text = `${done} of ${total} · ${seconds()} s`;
    out.write(`\r\u001B[2K${spin} ${title}  ${bar}  ${paint("dim", text)}`);
  };
  const line = () => out.write(`${title}: ${count()} of ${total}, ${seconds()} s\n`);

  if (live)
    out.write("\u001B[?25l"); // hide the cursor
  else out.write(`${title} …\n`);
  const timer = setInterval(live ? draw : line, live ? 100 : LINE_EVERY);

  const clear = () => {
    clearInterval(timer);
    if (live) out.write("\r\u001B[2K\u001B[?25h");
  };
  return {
    /** The last line: what was done. */
    done: (text) => {
      clear();
      out.write(`${paint("green", "✓")} ${text} in ${seconds()} s\n`);
    },
    /** Leaves the line free for what comes next, such as an error. */
    clear,
  };
}
