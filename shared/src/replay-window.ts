/** So many nonces are about 25 MB; at 5,000 calls a second it holds 40 seconds of them. */
const MAX_NONCES = 200_000;

/**
 * Remembers what came, until it could not come again anyway. Only signed calls get here, so an
 * attacker cannot fill it; under a load beyond its size the oldest nonces are forgotten first.
 */
export function createReplayWindow(maxNonces = MAX_NONCES) {
  /** Nonce to the second when it runs out, in order of arrival. */
  const seen = new Map<string, number>();

  function forget(now: number): void {
    for (const [nonce, end] of seen) {
      if (end > now && seen.size < maxNonces) return;
      seen.delete(nonce);
    }
  }

  return {
    /** `end` and `now` in seconds since 1970. False when this nonce was admitted before. */
    admit(nonce: string, end: number, now: number): boolean {
      if (seen.has(nonce)) return false;
      forget(now);
      seen.set(nonce, end);
      return true;
    },
    get size() {
      return seen.size;
    },
  };
}
