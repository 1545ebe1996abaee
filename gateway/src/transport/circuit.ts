import type { ErrorLog } from "@convene/shared/error-masking";

/** Questions in a row that a service has failed before it rests. */
const FAILED = 5;

/** How long it then rests between two tries, in milliseconds. */
const REST = 1_000;

/** Nobody was asked, since the service has failed whoever asked last. */
export class CircuitOpen extends Error {
  override readonly name = "CircuitOpen";
}

export interface CircuitOptions {
  readonly service: string;
  readonly log: ErrorLog;
  /** Milliseconds that never go back. */
  readonly clock?: () => number;
}

/**
 * Keeps questions from waiting for a service that does not answer any: after some that failed in a
 * row, one a second tries whether it is back, and all others are told at once that it is not. Our
 * own, since the libraries for it need a later Node than this product does.
 */
export class Circuit {
  private failed = 0;
  /** When the next question may try; of no account while the service does not rest. */
  private nextTry = 0;
  /** The question that failed last, and the one that tries now: its calls count once. */
  private last: object | null = null;
  private trying: object | null = null;
  private readonly clock: () => number;

  constructor(private readonly options: CircuitOptions) {
    this.clock = options.clock ?? (() => performance.now());
  }

  /**
   * @param question one object for each request of a client
   * @param isFault whether a failure is the service's own
   * @throws CircuitOpen, and whatever the work throws
   */
  async run<T>(
    question: object,
    work: () => Promise<T>,
    isFault: (error: unknown) => boolean,
  ): Promise<T> {
    if (this.failed >= FAILED) this.requireTry(question);
    try {
      const answer = await work();
      this.failed = 0;
      this.last = null;
      return answer;
    } catch (error) {
      if (isFault(error)) this.fail(question);
      throw error;
    }
  }

  /** Only one that tries goes on; one that hangs keeps nobody else from trying a second later. */
  private requireTry(question: object): void {
    if (question === this.trying) return;
    const now = this.clock();
    if (now < this.nextTry) throw new CircuitOpen(`${this.options.service} rests`);
    this.trying = question;
    this.nextTry = now + REST;
  }

  private fail(question: object): void {
    if (question === this.last) return;
    this.last = question;
    this.failed += 1;
    if (this.failed !== FAILED) return;
    this.nextTry = this.clock() + REST;
    const { service, log } = this.options;
    log.error({ service, failed: FAILED }, "a service rests: it is asked once a second only");
  }
}
