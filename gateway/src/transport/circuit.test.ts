import { Circuit, CircuitOpen } from "./circuit.ts";

const down = () => Promise.reject(new Error("down"));
const up = () => Promise.resolve("answer");

let now: number;
let circuit: Circuit;
let logged: object[];

beforeEach(() => {
  now = 5_000;
  logged = [];
  const log = { error: (details: object) => void logged.push(details) };
  circuit = new Circuit({ service: "meetings", log, clock: () => now });
});

/** What comes of one question that makes one call. */
const ask = (work: () => Promise<string>, question: object = {}, isFault = true) =>
  circuit.run(question, work, () => isFault).catch((error: unknown) => error);

async function open(): Promise<void> {
  for (let n = 0; n < 5; n += 1) expect(await ask(down)).toEqual(new Error("down"));
}

describe("a service that fails", () => {
  it("rests after five questions in a row, and nobody waits for it", async () => {
    await open();
    let asked = false;
    const refused = await ask(() => {
      asked = true;
      return up();
    });
    expect(refused).toBeInstanceOf(CircuitOpen);
    expect(asked).toBe(false);
    expect(logged).toEqual([{ service: "meetings", failed: 5 }]);
  });

  it("does not rest while it answers some", async () => {
    for (let n = 0; n < 4; n += 1) await ask(down);
    expect(await ask(up)).toBe("answer");
    for (let n = 0; n < 4; n += 1) await ask(down);
    expect(await ask(up)).toBe("answer");
    expect(logged).toEqual([]);
  });

  it("has failed one question once, however many calls that made", async () => {
    const question = {};
    for (let n = 0; n < 20; n += 1) await ask(down, question);
    expect(await ask(up)).toBe("answer");
  });

  it("does not count what is not its fault", async () => {
    for (let n = 0; n < 20; n += 1) await ask(down, {}, false);
    expect(await ask(up)).toBe("answer");
  });
});

describe("a service that rests", () => {
  beforeEach(open);

  it("is back for everybody once a second later one question was answered", async () => {
    now += 999;
    expect(await ask(up)).toBeInstanceOf(CircuitOpen);
    now += 1;
    expect(await ask(up)).toBe("answer");
    expect(await ask(up)).toBe("answer");
  });

  it("is tried by one question only, with all of its calls", async () => {
    now += 1_000;
    const question = {};
    let answer = (_: string): void => undefined;
    const trying = ask(() => new Promise<string>((resolve) => (answer = resolve)), question);
    expect(await ask(up)).toBeInstanceOf(CircuitOpen);
    const second = ask(
      () => new Promise<string>((resolve) => setImmediate(resolve, "too")),
      question,
    );
    answer("answer");
    expect([await trying, await second]).toEqual(["answer", "too"]);
  });

  it("rests on when that fails, and is tried again by another a second later", async () => {
    for (let n = 0; n < 3; n += 1) {
      now += 1_000;
      expect(await ask(down)).toEqual(new Error("down"));
      expect(await ask(up)).toBeInstanceOf(CircuitOpen);
    }
    now += 1_000;
    expect(await ask(up)).toBe("answer");
    expect(logged).toHaveLength(1);
  });

  it("is tried again also while one that tried hangs, or has left", async () => {
    now += 1_000;
    void ask(() => new Promise<string>(() => undefined));
    now += 1_000;
    expect(await ask(down, {}, false)).toEqual(new Error("down"));
    now += 1_000;
    expect(await ask(up)).toBe("answer");
  });
});
