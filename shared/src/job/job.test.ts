import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ChangeListener } from "../replica/change-listener.ts";
import { testDatabaseUrl } from "../testing/config.ts";
import { Query, Resolver } from "type-graphql";
import { createHarness } from "../testing/harness.ts";
import { buildSubgraph } from "../subgraph/subgraph.ts";
import { JobRefused } from "./job-kind.ts";
import { sayJob, type SayWord } from "../testing/word-job.ts";

@Resolver()
class WordResolver {
  @Query(() => String, { nullable: true })
  nothing(): null {
    return null;
  }
}

let say: SayWord;
const said: string[] = [];
const givenUp: string[] = [];
const kind = sayJob(
  (word, run) => say(word, run),
  (word, reason) => givenUp.push(`${word}: ${reason}`),
);
const { db, service } = createHarness({
  name: "words",
  entities: [],
  migrations: [],
  replicas: [],
  jobs: [kind],
  createSchema: () => buildSubgraph({ resolvers: [new WordResolver()], entities: {} }),
  createLoaders: () => ({}),
});

/** Milliseconds: on a busy machine a process takes its time to come up. */
const BUSY = 120_000;

const quiet = { info: () => undefined, error: () => undefined };
const listener = () => new ChangeListener(testDatabaseUrl(), quiet);
const enqueue = (word: string, key?: string) =>
  service().parts.transactions.write((tx) =>
    tx.enqueue(kind, { word }, key === undefined ? {} : { key }),
  );

/** Until it is so, and how many milliseconds that took. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > 20_000) throw new Error("Not so within 20 s");
    await pause(10);
  }
  return performance.now() - began;
}

const jobs = async (word: string) => {
  const sql = `SELECT name, state, output FROM ${await schema()}_jobs.job
    WHERE data->'data'->>'word' = $1 ORDER BY created_on, name DESC`;
  return db().query<{ name: string; state: string; output: unknown }[]>(sql, [word]);
};
const schema = async () => {
  const rows = await db().query<{ own: string }[]>("SELECT current_schema() AS own");
  return rows[0]?.own ?? "";
};

beforeEach(() => {
  say = (word) => Promise.resolve(said.push(word));
});

describe("before the service works", () => {
  it("keeps a job of a transaction that commits, and none of one that is rolled back", async () => {
    const lost = service().parts.transactions.write(async (tx) => {
      await tx.enqueue(kind, { word: "lost" });
      throw new Error("on second thoughts");
    });
    await expect(lost).rejects.toThrow("on second thoughts");
    await enqueue("kept");
    expect(await jobs("lost")).toEqual([]);
    expect(await jobs("kept")).toMatchObject([{ name: "say", state: "created" }]);
  });

  it("refuses a job that the service does not declare, or whose data does not fit", async () => {
    const { transactions } = service().parts;
    const other = transactions.write((tx) => tx.enqueue({ ...kind, name: "sing" }, { word: "la" }));
    await expect(other).rejects.toThrow("words does not declare the job sing");
    const wrong = { word: 7 } as unknown as { word: string };
    await expect(transactions.write((tx) => tx.enqueue(kind, wrong))).rejects.toThrow("word");
  });

  it(
    "does the job of a killed process again, as soon as its lease has run out",
    async () => {
      const script = fileURLToPath(new URL("../testing/hanging-worker.ts", import.meta.url));
      const args = ["--import", "tsx", script, testDatabaseUrl(), await schema()];
      const worker = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      await once(worker.stdout, "data");
      worker.kill("SIGKILL");
      await once(worker, "close");
      expect(await jobs("kept")).toMatchObject([{ state: "active" }]);
      await pause(1_100);
    },
    BUSY,
  );
});

describe("once the service works", () => {
  const signal = listener();
  beforeAll(async () => {
    await signal.start();
    await service().start(signal);
  });
  afterAll(async () => {
    await service().rest();
    await signal.stop();
  });

  it("has done what was left to do", async () => {
    await until(() => said.includes("kept"));
    expect(said).toEqual(["kept"]);
    await until(async () => (await jobs("kept"))[0]?.state === "completed");
  });

  it("is woken by the commit, long before it would look by itself", async () => {
    await pause(50);
    await enqueue("quick");
    expect(await until(() => said.includes("quick"))).toBeLessThan(3_000);
  });

  it("does two jobs of one key once, also when the first is long done", async () => {
    await Promise.all([enqueue("once", "for ada"), enqueue("once", "for ada")]);
    await until(async () => (await jobs("once"))[0]?.state === "completed");
    await enqueue("once", "for ada");
    await enqueue("once", "for bea");
    await until(() => said.filter((word) => word === "once").length === 2);
    expect(await jobs("once")).toHaveLength(2);
  });

  it("tries again after a failure, and says which attempt it is", async () => {
    const attempts: number[] = [];
    const ids = new Set<string>();
    say = (_word, { id, attempt }) => {
      attempts.push(attempt);
      ids.add(id);
      return attempt === 1 ? Promise.reject(new Error("busy")) : Promise.resolve();
    };
    await enqueue("again");
    await until(async () => (await jobs("again"))[0]?.state === "completed");
    expect(attempts).toEqual([1, 2]);
    expect(ids.size).toBe(1);
  });

  it("keeps what has failed for good, with its reason, and tells its kind once", async () => {
    say = () => Promise.reject(new Error("no such mailbox"));
    await enqueue("never");
    await until(() => givenUp.length > 0);
    expect(givenUp).toEqual(["never: no such mailbox"]);
    const [job] = await jobs("never");
    expect(job).toMatchObject({ state: "failed", output: { message: "no such mailbox" } });
  });

  it("does not try again what refuses to be tried again", async () => {
    givenUp.length = 0;
    let attempts = 0;
    say = () => {
      attempts += 1;
      return Promise.reject(new JobRefused("the mailbox is gone"));
    };
    await enqueue("refused");
    await until(() => givenUp.length > 0);
    expect([attempts, givenUp]).toEqual([1, ["refused: the mailbox is gone"]]);
  });
});

describe("when the process stops", () => {
  it("lets a job that runs end, and tells it that time is short", async () => {
    const other = listener();
    await other.start();
    let told = false;
    let running = false;
    say = async (_word, { signal }) => {
      running = true;
      await once(signal, "abort");
      told = true;
      await pause(50);
    };
    await service().start(other);
    await enqueue("last");
    await until(() => running);
    await service().rest();
    await other.stop();
    expect(told).toBe(true);
    expect(await jobs("last")).toMatchObject([{ state: "completed" }]);
  });

  it("counts no stop as a try, however often it is stopped", async () => {
    const attempts: number[] = [];
    say = async (_word, { attempt, signal }) => {
      attempts.push(attempt);
      if (attempts.length > 4) return;
      await once(signal, "abort");
      signal.throwIfAborted();
    };
    await enqueue("long");
    for (let starts = 1; starts <= 5; starts += 1) {
      const other = listener();
      await other.start();
      await service().start(other);
      await until(() => attempts.length === starts);
      await service().rest();
      await other.stop();
    }
    expect(attempts).toEqual([1, 1, 1, 1, 1]);
    expect(await jobs("long")).toMatchObject([{ state: "completed" }]);
  });
});
