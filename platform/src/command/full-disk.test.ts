import { jest } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, ask as askGraph, tryChange } from "../../test/ask.ts";
import { CommandProcess, type Ended, PATIENCE, runCommand } from "../../test/command-process.ts";
import { ask, removeTemporaryFolders } from "../../test/postgres-process.ts";
import { itWithDisk, SmallDisk } from "../../test/small-disk.ts";
import { type Connection, urlOf } from "../postgres/connection.ts";
import { openSecrets } from "../runtime/secrets.ts";
import { issueToken } from "../token/access-token.ts";

jest.setTimeout(4 * PATIENCE);

afterEach(async () => {
  await CommandProcess.endAll();
  await removeTemporaryFolders();
});

/** Big enough for an empty Convene, and for some megabytes of data. */
const MEGABYTES = 160;

const diskFull = /The disk that holds \S+ is full: make room on it/;

itWithDisk("says that the disk is full, in every way, and loses nothing by it", async () => {
  const disk = await SmallDisk.mount(MEGABYTES);
  const variables = { CONVENE_DATA: join(disk.folder, "data") };
  const start = () => CommandProcess.start(["start", "--empty"], variables, disk.prefix);
  const run = (...args: string[]) => runCommand(args, variables, disk.prefix);
  const platform = start();
  const url = await addressOf(platform);
  const secrets = await openSecrets(disk.outside("data"));
  const token = await issueToken(secrets, { person: null, platform: ["ADMIN"], expiresIn: "1h" });
  const write = (name: string) => {
    const input = { name, description: longText(), idempotencyKey: name };
    return { input, send: () => tryChange(url, { field: "createOrganisation", input, token }) };
  };
  const before = await write("Before").send();
  disk.fill();
  const { refused, made } = await writeUntilRefused(write);
  const answer = await refused.send();
  expect(answer.errors).toMatchObject([
    {
      message: "The disk is full, and nothing was changed: try again later",
      extensions: { code: "SERVICE_UNAVAILABLE" },
    },
  ]);
  expect(await namesIn(url)).toEqual(["Before", ...made].sort());
  expectSentence(await run("start", "--empty"), /already runs on this data folder/);
  disk.empty();
  const done = await refused.send();
  expect([before.errors, done.errors]).toEqual([undefined, undefined]);
  const all = ["Before", ...made, refused.input.name].sort();

  disk.fill();
  await needNewLog(disk);
  expectSentence(await platform.ended, diskFull);
  expectSentence(await run("start", "--empty"), diskFull);
  disk.empty();
  const again = start();
  expect(await namesIn(await addressOf(again))).toEqual(all);
  await again.end("SIGINT");
  await disk.unmount();
});

/** One sentence for a person, and an exit code for a script. */
function expectSentence({ code, stderr }: Ended, pattern: RegExp): void {
  const told = stderr
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("{"));
  expect([code, told]).toEqual([1, [expect.stringMatching(pattern)]]);
}

async function addressOf(platform: CommandProcess): Promise<string> {
  const [, url = ""] = await platform.wrote(/Graph +(http:\S+)\/graphql/);
  return url;
}

type Write = (name: string) => { readonly input: { name: string }; send(): Promise<Answer> };

/** Small holes in its files may still be filled: until there are none. */
async function writeUntilRefused(write: Write) {
  const made: string[] = [];
  for (;;) {
    const next = write(`While full ${made.length}`);
    if ((await next.send()).errors) return { made, refused: next };
    made.push(next.input.name);
  }
}

/** That does not compress. */
const longText = () => randomBytes(1_800).toString("base64url");

/** Brings the server to where the next change takes a new file of its log, without which it ends. */
async function needNewLog(disk: SmallDisk): Promise<void> {
  const file = disk.outside("data/postgres/connection.json");
  const connection = JSON.parse(await readFile(file, "utf8")) as Connection;
  const switching = ask(urlOf(connection), "SELECT pg_switch_wal(), pg_current_xact_id()");
  await switching.catch(() => undefined);
  await ask(urlOf(connection), "SELECT pg_current_xact_id()").catch(() => undefined);
}

async function namesIn(url: string): Promise<string[]> {
  const query = "{ organisations(first: 100) { nodes { name } } }";
  const { data } = await askGraph(url, { query });
  return data.organisations.nodes.map(({ name }: { name: string }) => name).sort();
}
