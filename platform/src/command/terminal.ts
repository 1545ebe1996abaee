import pc from "picocolors";

/** Where a person reads: colours and moving lines only where somebody watches. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export type Colours = ReturnType<typeof pc.createColors>;

export const coloursOf = (stream: Terminal): Colours =>
  pc.createColors(stream.isTTY === true && pc.isColorSupported);

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const EVERY = 80;
const TITLE = 14;

/** One line for each step: its title, what came of it (until then how far it is), how long it took. */
export class Steps {
  private readonly colours: Colours;

  /** A step that fails because somebody ended the work is not marked as failed. */
  constructor(
    private readonly stream: Terminal,
    private readonly ended?: AbortSignal,
  ) {
    this.colours = coloursOf(stream);
  }

  async step<T>(
    title: string,
    work: (tell: (text: string) => void) => Promise<T>,
    result: (value: T) => string,
  ): Promise<T> {
    const { green, red, dim } = this.colours;
    const began = performance.now();
    let told = "";
    const spinning = this.spin(() => `${title.padEnd(TITLE)} ${told}`);
    try {
      const value = await work((text) => {
        told = text;
      });
      spinning();
      const seconds = dim(`${((performance.now() - began) / 1000).toFixed(1)} s`);
      this.stream.write(`  ${green("✓")} ${title.padEnd(TITLE)} ${result(value)}  ${seconds}\n`);
      return value;
    } catch (error) {
      spinning();
      if (this.ended?.aborted !== true) this.stream.write(`  ${red("✗")} ${title}\n`);
      throw error;
    }
  }

  /** Answers how to stop it, which leaves an empty line. */
  private spin(line: () => string): () => void {
    if (this.stream.isTTY !== true) return () => undefined;
    let frame = 0;
    const draw = () => {
      frame = (frame + 1) % FRAMES.length;
      this.stream.write(`\r  ${this.colours.cyan(FRAMES[frame] ?? "")} ${line()}`);
    };
    draw();
    const timer = setInterval(draw, EVERY);
    return () => {
      clearInterval(timer);
      this.stream.write(`\r\u001b[2K`);
    };
  }
}
