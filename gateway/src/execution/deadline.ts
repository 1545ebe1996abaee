import { setMaxListeners } from "node:events";

/** The reason of a signal that was aborted since its request took too long. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";

  constructor(milliseconds: number) {
    super(`A question was not answered in ${milliseconds} ms`);
  }
}

/** Until when one request is worked on: while its client is there, and for a time. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout | null;

  /**
   * @param client aborted when the client goes away
   * @param time milliseconds; Infinity for any
   */
  constructor(
    private readonly client: AbortSignal | undefined,
    time: number,
  ) {
    // Each call and each statement of the question listens, and no more than these.
    setMaxListeners(0, this.signal);
    const end = () => {
      this.controller.abort(new OutOfTime(time));
    };
    this.timer = Number.isFinite(time) ? setTimeout(end, time) : null;
    if (client?.aborted) this.leave();
    else client?.addEventListener("abort", this.leave, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The request is answered: nothing waits for it any more. */
  clear(): void {
    if (this.timer) clearTimeout(this.timer);
    this.client?.removeEventListener("abort", this.leave);
  }

  private readonly leave = (): void => {
    this.controller.abort(this.client?.reason);
  };
}
