import { coloursOf, type Terminal } from "@convene/platform/command/terminal";

/** What is being done now, on one line that gives way to results; nothing where nobody watches. */
export class StatusLine {
  constructor(private readonly terminal: Terminal) {}

  show(text: string): void {
    if (this.terminal.isTTY !== true) return;
    this.clear();
    this.terminal.write(`  ${coloursOf(this.terminal).dim(`${text} …`)}`);
  }

  clear(): void {
    if (this.terminal.isTTY === true) this.terminal.write("\r\u001b[2K");
  }
}
