import { TokenBuckets } from "./token-bucket.ts";

/** Buckets of 600 tokens that fill in a minute, and a clock that goes on when told. */
function buckets() {
  let now = 1_000_000;
  const made = new TokenBuckets(600, 60_000, () => now);
  return {
    take: (tokens: number, key = "one", again = tokens) => made.take(key, tokens, again),
    wait: (seconds: number) => (now += seconds * 1_000),
  };
}

describe("a bucket of tokens", () => {
  it("begins full, and says what is left and when it will be full again", () => {
    const { take } = buckets();
    expect(take(100)).toEqual({ taken: true, left: 500, seconds: 10 });
    expect(take(500)).toEqual({ taken: true, left: 0, seconds: 60 });
  });

  it("fills evenly, and never over its brim", () => {
    const { take, wait } = buckets();
    take(600);
    wait(6);
    expect(take(60)).toEqual({ taken: true, left: 0, seconds: 60 });
    wait(3_600);
    expect(take(1)).toMatchObject({ taken: true, left: 599 });
  });

  it("gives all that is asked or nothing, and says when it will have enough", () => {
    const { take, wait } = buckets();
    take(590);
    expect(take(110)).toEqual({ taken: false, left: 10, seconds: 10 });
    expect(take(10)).toMatchObject({ taken: true });
    expect(take(100)).toEqual({ taken: false, left: 0, seconds: 10 });
    wait(10);
    expect(take(100)).toMatchObject({ taken: true });
  });

  it("says when it will have what somebody will ask for instead", () => {
    const { take, wait } = buckets();
    take(600);
    wait(6);
    expect(take(100, "one", 120)).toEqual({ taken: false, left: 60, seconds: 6 });
  });

  it("is one for each key", () => {
    const { take } = buckets();
    take(600, "one");
    expect(take(1, "one").taken).toBe(false);
    expect(take(600, "other").taken).toBe(true);
  });

  it("is forgotten when 50,000 others were used since", () => {
    const { take } = buckets();
    take(600, "one");
    for (let n = 0; n < 49_999; n += 1) take(600, String(n));
    expect(take(1, "one").taken).toBe(false);
    take(600, "one more");
    expect(take(600, "one").taken).toBe(true);
  });
});
