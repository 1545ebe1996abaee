import { jest } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  Holder,
  ask,
  clusterOf,
  itAsRoot,
  itWithMounts,
  removeTemporaryFolders,
  temporaryFolder,
} from "../../test/postgres-process.ts";
import { attachPostgres } from "./attach-postgres.ts";
import { openPostgres } from "./open-postgres.ts";
import { StartError } from "./start-error.ts";
import { ensureSystemUser } from "./system-user.ts";

// Real processes, on a machine that may be busy with other tests.
jest.setTimeout(90_000);

const holders: Holder[] = [];

afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.end("SIGKILL");
  await removeTemporaryFolders();
});

function hold(dataFolder: string): Holder {
  const holder = Holder.start({ dataFolder });
  holders.push(holder);
  return holder;
}

/** One sentence: it ends once, and shows neither a stack nor a line of code. */
const SENTENCE = /^[^\n]+\.$/;

async function refusal(dataFolder: string): Promise<string> {
  const error: unknown = await openPostgres({ dataFolder, durable: false }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).toMatch(SENTENCE);
  return message;
}

/** A data folder that was opened and closed, without the cost of a cluster. */
async function usedFolder(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(clusterOf(folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, "postgres", name), text);
  }
  return folder;
}

describe("two on one data folder", () => {
  it("refuses the second start, names the first, and leaves it alone", async () => {
    const folder = await temporaryFolder();
    const first = hold(folder);
    const { url } = await first.said();
    const second = hold(folder);
    const { name, message } = await second.said();
    expect(name).toBe("StartError");
    expect(message).toMatch(SENTENCE);
    expect(message).toContain(`process ${first.child.pid ?? 0}`);
    await expect(ask(url, "SELECT 1")).resolves.toBe(1);
  });

  it("lets exactly one of those through that start at the same moment", async () => {
    const folder = await temporaryFolder();
    // A stale lock makes the race harder: all of them find it and want it away.
    await mkdir(join(folder, "postgres"));
    const stale = { pid: 2 ** 22 - 1, start: "gone", since: new Date(0).toISOString() };
    writeFileSync(join(folder, "postgres", "lock.json"), JSON.stringify(stale));
    const all = await Promise.all([1, 2, 3, 4].map(() => hold(folder).said()));
    expect(all.map(({ name }) => name).sort()).toEqual([
      "",
      "StartError",
      "StartError",
      "StartError",
    ]);
  });

  it("takes no notice of a lock whose process id was given to a stranger", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "postgres"));
    const stranger = { pid: process.pid, start: "another boot 1", since: "2020-01-01T00:00:00Z" };
    writeFileSync(join(folder, "postgres", "lock.json"), JSON.stringify(stranger));
    const { stop } = await openPostgres({ dataFolder: folder, durable: false });
    await expect(refusal(folder)).resolves.toContain(`process ${process.pid}`);
    await stop();
  });
});

describe("attaching", () => {
  it("finds the database of a Convene that runs, and nothing before or after", async () => {
    const folder = await temporaryFolder();
    await expect(attachPostgres(folder)).resolves.toBeNull();
    const holder = hold(folder);
    const { url } = await holder.said();
    await expect(attachPostgres(folder)).resolves.toEqual({ url });
    await holder.end("SIGKILL");
    await expect(attachPostgres(folder)).resolves.toBeNull();
  });
});

describe("a data folder that cannot be used", () => {
  it("refuses one that a newer Convene has used", async () => {
    const folder = await usedFolder({ "version.json": '{"version":"99.10.0"}' });
    await expect(refusal(folder)).resolves.toMatch(/Convene 99\.10\.0, which is newer/);
    const { version } = JSON.parse(
      readFileSync(join(folder, "postgres", "version.json"), "utf8"),
    ) as { version: string };
    expect(version).toBe("99.10.0");
  });

  it.each([
    ["19", "update Convene"],
    ["17", "pg_dump of PostgreSQL 17"],
  ])("refuses a cluster of PostgreSQL %s and says what to do", async (version, advice) => {
    const folder = await usedFolder({ "cluster/PG_VERSION": `${version}\n` });
    await expect(refusal(folder)).resolves.toContain(advice);
  });

  it("refuses a cluster whose password is lost", async () => {
    const folder = await usedFolder({ "cluster/PG_VERSION": "18\n" });
    await expect(refusal(folder)).resolves.toContain("not its password");
  });

  it("refuses a path that is a file", async () => {
    const file = join(await temporaryFolder(), "file");
    writeFileSync(file, "");
    await expect(refusal(file)).resolves.toContain("is not a folder");
  });

  itAsRoot("refuses a folder that belongs to somebody else", async () => {
    const { uid } = await ensureSystemUser("postgres");
    const holder = Holder.start({ dataFolder: join(await temporaryFolder(), "data"), uid });
    const { name, message } = await holder.said();
    expect([name, message]).toEqual(["StartError", expect.stringMatching(SENTENCE)]);
    expect(message).toContain("may not read or write");
  });

  itWithMounts("says that the disk is full", async () => {
    const folder = await temporaryFolder();
    const mount = `mount -t tmpfs -o size=20m,mode=711 tmpfs ${folder} && exec "$@"`;
    const holder = Holder.start({
      dataFolder: join(folder, "data"),
      prefix: ["unshare", "--mount", "sh", "-c", mount, "sh"],
    });
    const { name, message } = await holder.said();
    expect([name, message]).toEqual(["StartError", expect.stringMatching(SENTENCE)]);
    expect(message).toContain("is full");
  });
});
