import type { Heard, Pulse } from "@convene/shared/live/live-source";

/** The service of accounts, by its name among Convene's own. */
export const ACCOUNTS = "identity";

/** The source says every second that it hears: after so many milliseconds without it, it does not. */
const SILENCE = 3_000;

/**
 * What the service of accounts tells of accounts whose sessions, keys or roles have changed, by way
 * of whichever gateway. What it has said may be remembered only while it is heard.
 */
export class AccountNews {
  private readonly forgetters = new Set<Heard>();
  private heardAt = Number.NEGATIVE_INFINITY;

  onChange(forget: Heard): void {
    this.forgetters.add(forget);
  }

  /** By a clock that nobody sets. */
  isHeard(): boolean {
    return performance.now() - this.heardAt < SILENCE;
  }

  readonly pulse: Pulse = (isWhole) => {
    this.heardAt = isWhole ? performance.now() : Number.NEGATIVE_INFINITY;
  };

  readonly heard: Heard = (account) => {
    for (const forget of this.forgetters) forget(account);
  };
}
