import type { ErrorLog } from "../error-masking.ts";

const MINUTE = 60_000;

/** Runs work at once, and again when a new day has begun in UTC. */
export class DayTurns {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: ErrorLog,
    private readonly now = () => new Date(),
  ) {}

  /** The first run is waited for, and its error is the caller's; later ones are logged. */
  async follow(work: (day: string) => Promise<unknown>): Promise<void> {
    let done = this.today();
    await work(done);
    this.timer = setInterval(() => {
      const day = this.today();
      if (day === done) return;
      done = day;
      this.running = work(day).catch((err: unknown) => {
        // Looked at again a minute later, as if the day had not yet turned.
        done = "";
        this.log.error({ err, day }, "the turn of the day failed; trying again");
      });
    }, MINUTE);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private today(): string {
    return this.now().toISOString().slice(0, 10);
  }
}
