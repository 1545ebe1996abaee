import { jest } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, realpathSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  Holder,
  ask,
  eventually,
  isGone,
  isRoot,
  itAsRoot,
  itWithMounts,
  postmasterPid,
  removeTemporaryFolders,
  temporaryFolder,
} from "../../test/postgres-process.ts";
import { canRun, completeBinaries, findBinaries } from "./binaries.ts";
import { ensureSystemUser } from "./system-user.ts";

// Real processes, on a machine that may be busy with other tests.
jest.setTimeout(90_000);

afterEach(removeTemporaryFolders);

/** The checkout that these tests are part of. */
const checkout = fileURLToPath(new URL("../../../", import.meta.url));

describe("below a folder that is closed to the user who runs Postgres", () => {
  let closed: string;
  const started: Holder[] = [];

  beforeEach(async () => {
    closed = await mkdtemp(join(isRoot ? "/root" : homedir(), "convene-closed-"));
    await chmod(closed, 0o700);
  });

  afterEach(async () => {
    for (const holder of started.splice(0)) await holder.end("SIGTERM");
    await rm(closed, { recursive: true, force: true });
  });

  function start(dataFolder: string, systemFolder: string): Holder {
    const holder = Holder.start({ dataFolder, systemFolder });
    started.push(holder);
    return holder;
  }

  itAsRoot("puts the database under the system's folder, links to it, and says so", async () => {
    const system = await temporaryFolder("system");
    const dataFolder = join(closed, "checkout", ".data");
    const first = start(dataFolder, system);
    const { url, notice } = await first.said();
    const home = realpathSync(join(dataFolder, "postgres"));
    expect(home.startsWith(join(system, "checkout-"))).toBe(true);
    expect(notice).toContain(home);
    expect(notice).toMatch(/^[^\n]+\.$/);
    await ask(url, "CREATE TABLE kept AS SELECT 42 AS answer");
    const pid = postmasterPid(dataFolder);
    await first.end("SIGTERM");
    expect(isGone(pid)).toBe(true);
    const again = await start(dataFolder, system).said();
    await expect(ask(again.url, "SELECT answer FROM kept")).resolves.toBe(42);
  });

  itAsRoot("keeps two checkouts of one name apart", async () => {
    const system = await temporaryFolder("system");
    const folders = ["one", "two"].map((name) => join(closed, name, "convene", ".data"));
    const said = await Promise.all(folders.map((folder) => start(folder, system).said()));
    await ask(said[0]?.url ?? "", "CREATE TABLE only_here ()");
    await expect(ask(said[1]?.url ?? "", "SELECT to_regclass('only_here')")).resolves.toBeNull();
  });

  itAsRoot("begins empty after the data folder was deleted, and leaves the old one", async () => {
    const system = await temporaryFolder("system");
    const dataFolder = join(closed, "checkout", ".data");
    const first = start(dataFolder, system);
    await ask((await first.said()).url, "CREATE TABLE old ()");
    const old = realpathSync(join(dataFolder, "postgres"));
    await first.end("SIGTERM");
    await rm(dataFolder, { recursive: true });
    const { url } = await start(dataFolder, system).said();
    await expect(ask(url, "SELECT to_regclass('old')")).resolves.toBeNull();
    expect(existsSync(join(old, "cluster", "PG_VERSION"))).toBe(true);
    await rm(old, { recursive: true });
  });

  itWithMounts("copies the programs too when the whole checkout is closed", async () => {
    const system = await temporaryFolder("system");
    const clone = join(closed, "clone");
    await mkdir(clone);
    const mount = `mount --bind ${checkout} ${clone} && cd ${clone} && exec "$@"`;
    const holder = Holder.start({
      dataFolder: join(closed, "data"),
      systemFolder: system,
      script: join(clone, "platform", "test", "open-in-process.ts"),
      prefix: ["unshare", "--mount", "sh", "-c", mount, "sh"],
    });
    started.push(holder);
    const { url } = await holder.said();
    const sql = "SELECT pg_read_file('postmaster.opts')";
    await expect(ask(url, sql)).resolves.toMatch(new RegExp(`^${resolve(system)}/postgres-18`));
    // An extension is loaded from the copy as well.
    await ask(url, "CREATE EXTENSION pg_trgm");
    await expect(ask(url, "SELECT similarity('word', 'word')")).resolves.toBe(1);
  });
});

it("keeps the database in the data folder where that can be reached", async () => {
  const folder = await temporaryFolder();
  const holder = Holder.start({ dataFolder: folder });
  await expect(holder.said()).resolves.toMatchObject({ notice: null, message: "" });
  expect(lstatSync(join(folder, "postgres")).isDirectory()).toBe(true);
  await holder.end("SIGTERM");
});

it("ends the database with a process that forgets to stop it", async () => {
  const folder = await temporaryFolder();
  const holder = Holder.start({
    dataFolder: folder,
    script: fileURLToPath(new URL("../../test/open-and-exit.ts", import.meta.url)),
  });
  const { url } = await holder.said();
  const pid = Number(new URL(url).hash.slice(1));
  await eventually(() => isGone(pid) || undefined);
});

it("makes the libraries' links where install scripts were switched off", async () => {
  const installed = await findBinaries();
  const root = await temporaryFolder("binaries");
  for (const part of ["native", "scripts"]) {
    const links = (source: string) => !lstatSync(source).isSymbolicLink();
    await cp(join(installed.root, part), join(root, part), { recursive: true, filter: links });
  }
  await chmod(join(root, "native", "bin", "postgres"), 0o644);
  const bare = { ...installed, root };
  const user = isRoot ? await ensureSystemUser("postgres") : null;
  await expect(canRun(bare, user)).resolves.toBe(false);
  await expect(completeBinaries(bare)).resolves.toBe(true);
  await expect(canRun(bare, user)).resolves.toBe(true);
  expect(lstatSync(join(root, "native", "lib", "libicui18n.so.60")).isSymbolicLink()).toBe(true);
});

itAsRoot("creates the user who runs Postgres where there is none", async () => {
  const name = `convene-${process.pid}`;
  try {
    const user = await ensureSystemUser(name);
    expect(user.uid).toBeGreaterThan(0);
    await expect(ensureSystemUser(name)).resolves.toEqual(user);
  } finally {
    spawnSync("userdel", [name]);
  }
});
