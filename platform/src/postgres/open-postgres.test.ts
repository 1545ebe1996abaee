import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import {
  ask,
  isGone,
  postmasterPid,
  removeTemporaryFolders,
  temporaryFolder,
} from "../../test/postgres-process.ts";
import { eventually } from "../../test/eventually.ts";
import { type OpenedPostgres, openPostgres } from "./open-postgres.ts";

const opened: OpenedPostgres[] = [];

async function closeAll(): Promise<void> {
  for (const { stop } of opened.splice(0)) await stop();
  await removeTemporaryFolders();
}

async function open(dataFolder: string, durable = true): Promise<OpenedPostgres> {
  const postgres = await openPostgres({ dataFolder, durable });
  opened.push(postgres);
  return postgres;
}

const setting = (url: string, name: string) => ask(url, `SELECT current_setting('${name}')`);

describe("a database that runs", () => {
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    ({ url } = await open(folder));
  });

  afterAll(closeAll);

  it("keeps what was written across a power cut: fsync and its companions are on", async () => {
    for (const name of ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"]) {
      await expect(setting(url, name)).resolves.toBe("on");
    }
  });

  it("holds text as UTF-8, in Unicode's own order, and compiles no queries", async () => {
    await expect(setting(url, "server_encoding")).resolves.toBe("UTF8");
    await expect(setting(url, "jit")).resolves.toBe("off");
    const locale =
      "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'convene'";
    await expect(ask(url, locale)).resolves.toBe("bC.UTF-8");
    await expect(ask(url, "SELECT upper('ñandú ćevap привет')")).resolves.toBe(
      "ÑANDÚ ĆEVAP ПРИВЕТ",
    );
    await expect(ask(url, "SELECT 'Z' < 'a' AND 'a' < 'é'")).resolves.toBe(true);
  });

  it("listens to this machine alone, and to nobody without the password", async () => {
    await expect(setting(url, "listen_addresses")).resolves.toBe("127.0.0.1");
    await expect(setting(url, "unix_socket_directories")).resolves.toBe("");
    const wrong = new URL(url);
    wrong.password = "wrong";
    await expect(ask(wrong.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    const stored =
      "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname='postgres'";
    await expect(ask(url, stored)).resolves.toBe(true);
  });

  it("shows the password to its owner alone", () => {
    const { mode } = statSync(join(folder, "postgres", "connection.json"));
    expect(mode & 0o777).toBe(0o600);
  });
});

describe("a database of its own", () => {
  afterEach(closeAll);

  it("leaves fsync out for the databases of tests only when asked to", async () => {
    const { url } = await open(await temporaryFolder(), false);
    await expect(setting(url, "fsync")).resolves.toBe("off");
  });

  it("stops with no process left, and finds its data and its port again", async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    const pid = postmasterPid(folder);
    await Promise.all([first.stop(), first.stop()]);
    expect(isGone(pid)).toBe(true);
    await expect(ask(first.url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    const second = await open(folder);
    expect(second).toMatchObject({ url: first.url, takenOver: false, notice: null });
    await expect(ask(second.url, "SELECT answer FROM kept")).resolves.toBe(42);
  });

  it("takes another port when a stranger has the last one", async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    await first.stop();
    const stranger = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    const second = await open(folder);
    stranger.close();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    await expect(ask(second.url, "SELECT 1")).resolves.toBe(1);
  });

  it("leaves the texts of statements and of errors out of its log", async () => {
    const folder = await temporaryFolder();
    const { url } = await open(folder);
    await ask(url, "CREATE TABLE person (mail text PRIMARY KEY)");
    const insert = "INSERT INTO person VALUES ('secret@example.org')";
    await ask(url, insert);
    await expect(ask(url, insert)).rejects.toMatchObject({ code: "23505" });
    const logs = join(folder, "postgres", "log");
    const written = () =>
      readdirSync(logs)
        .map((name) => readFileSync(join(logs, name), "utf8"))
        .join("");
    // A process of its own writes it, which may come to it after the answer.
    await eventually(() => Promise.resolve(written().includes("duplicate key")));
    expect(written()).not.toContain("secret@example.org");
  });
});
