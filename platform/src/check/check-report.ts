import { type Colours, coloursOf, type Terminal } from "../command/terminal.ts";
import type { Check, Finished, Watcher } from "./checking.ts";

const SECONDS_WIDTH = 7;

/** One line for each check as it ends; in a terminal, below them, what runs at the moment. */
export class CheckReport implements Watcher {
  private readonly running = new Set<string>();
  private readonly live: boolean;
  private readonly colours: Colours;
  private readonly width: number;

  constructor(
    private readonly out: Terminal,
    checks: readonly Check[],
  ) {
    this.live = out.isTTY === true;
    this.colours = coloursOf(out);
    this.width = Math.max(...checks.map(({ name }) => name.length));
  }

  begun({ name }: Check): void {
    this.running.add(name);
    this.clear();
    this.showRunning();
  }

  finished({ check, passed, seconds, note }: Finished): void {
    const { dim, green, red } = this.colours;
    const mark = passed ? green("✓") : red("✗");
    const time = `${seconds.toFixed(1)} s`.padStart(SECONDS_WIDTH);
    const name = check.name.padEnd(this.width);
    this.running.delete(check.name);
    this.clear();
    this.out.write(`${mark} ${name} ${dim(time)}  ${dim(note ?? check.proves)}\n`);
    this.showRunning();
  }

  /** What the failed ones said, and how many they are. */
  close(results: readonly Finished[]): void {
    const { bold, green, red } = this.colours;
    this.clear();
    const failed = results.filter(({ passed }) => !passed);
    for (const { check, output } of failed) {
      this.out.write(`\n${bold(red(check.name))}: ${check.proves}\n${output.trimEnd()}\n`);
    }
    const names = failed.map(({ check }) => check.name).join(", ");
    const all = `All ${results.length} checks passed`;
    this.out.write(`\n${failed.length === 0 ? green(all) : red(`Failed: ${names}`)}\n`);
  }

  private showRunning(): void {
    if (!this.live || this.running.size === 0) return;
    this.out.write(this.colours.dim(`… ${[...this.running].join(", ")}`));
  }

  private clear(): void {
    if (this.live) this.out.write("\r\u001B[2K");
  }
}
