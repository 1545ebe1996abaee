import { setTimeout as pause } from "node:timers/promises";
import { type Check, type Finished, runChecks, type Watcher } from "./checking.ts";

const passing = { passed: true, output: "" };
const check = (name: string, run: Check["run"]): Check => ({ name, proves: "", run });
const silent: Watcher = { begun: () => undefined, finished: () => undefined };
const options = (given: Partial<Parameters<typeof runChecks>[1]> = {}) => ({
  lanes: 2,
  signal: new AbortController().signal,
  watcher: silent,
  ...given,
});
const verdicts = (results: readonly Finished[]) =>
  Object.fromEntries(results.map(({ check: { name }, passed }) => [name, passed]));

describe("running the checks", () => {
  it("runs all of them, also when one fails and when one is at fault itself", async () => {
    const results = await runChecks(
      [
        check("fails", () => Promise.resolve({ passed: false, output: "wrong" })),
        check("throws", () => Promise.reject(new Error("no such tool"))),
        check("passes", () => Promise.resolve(passing)),
      ],
      options(),
    );
    expect(verdicts(results)).toEqual({ fails: false, throws: false, passes: true });
    const thrown = results.find((result) => result.check.name === "throws");
    expect(thrown?.output).toContain("no such tool");
  });

  it("runs as many at once as there are lanes, and no more", async () => {
    let running = 0;
    let most = 0;
    const counting = check("counts", async () => {
      most = Math.max(most, (running += 1));
      await pause(5);
      running -= 1;
      return passing;
    });
    await runChecks([counting, counting, counting, counting, counting], options());
    expect(most).toBe(2);
  });

  it("tells of the end of each as it comes, with its time", async () => {
    const told: string[] = [];
    const watcher: Watcher = {
      begun: ({ name }) => told.push(`begun ${name}`),
      finished: (result) => {
        expect(result.seconds).toBeGreaterThanOrEqual(0);
        told.push(`finished ${result.check.name}`);
      },
    };
    const slow = check("slow", () => pause(40, passing));
    const quick = check("quick", () => pause(1, passing));
    await runChecks([slow, quick], options({ watcher }));
    expect(told).toEqual(["begun slow", "begun quick", "finished quick", "finished slow"]);
  });

  it("ends with the command, without calling that a failure of the check", async () => {
    const ending = new AbortController();
    const { signal } = ending;
    const finished: Finished[] = [];
    const watcher: Watcher = { ...silent, finished: (result) => finished.push(result) };
    const endless = check("endless", () => pause(60_000, passing, { signal }));
    const running = runChecks([endless], options({ signal, watcher }));
    ending.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(finished).toEqual([]);
  });
});
