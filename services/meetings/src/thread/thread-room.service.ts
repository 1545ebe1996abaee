import { limitExceeded } from "@convene/shared/errors";

interface ThreadLimits {
  readonly atOnce: number;
  /** Who comes when so many wait already is told to come back later. */
  readonly waiting: number;
  /** What they are told. */
  readonly refusal: string;
}

/** Threads at the same time: each computes as fast as it can, and has memory of its own. */
export class ThreadRoom {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limits: ThreadLimits) {}

  /** @throws LIMIT_EXCEEDED when too many wait. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.handOn();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.limits.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.limits.waiting) throw limitExceeded(this.limits.refusal);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever waits takes the place; else it is free. */
  private handOn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
