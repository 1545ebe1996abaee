import { jest } from "@jest/globals";
import { ask } from "../../test/ask.ts";
import { CommandProcess, PATIENCE, runCommand } from "../../test/command-process.ts";
import { removeTemporaryFolders, temporaryFolder } from "../../test/postgres-process.ts";

jest.setTimeout(2 * PATIENCE);

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await temporaryFolder("demo");
});
afterAll(async () => {
  await CommandProcess.endAll();
  await removeTemporaryFolders();
});

const variables = () => ({ CONVENE_DATA: dataFolder });
const run = (...args: string[]) => runCommand(args, variables());

/** What it prints, where it succeeds. */
async function told(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args);
  expect([args, code, stderr]).toEqual([args, 0, ""]);
  return stdout;
}

it("loads alone, and removes beside a Convene that runs, whose viewers are no more", async () => {
  expect(await told("demo", "load")).toMatch(/✓ Demo network +39 organisations, 43 people/);
  const platform = CommandProcess.start(["start"], variables());
  const [, url = ""] = await platform.wrote(/Graph +(http:\S+)\/graphql/);
  const organisations = async () =>
    (await ask(url, { query: "{ organisations { totalCount } }" })).data.organisations.totalCount;
  expect(await organisations()).toBeGreaterThan(25);
  expect(await told("demo", "remove")).toMatch(/organisations +39\n[^]*records +\d+\n\n$/);
  expect(await organisations()).toBe(0);
  const refused = await run("token", "--demo", "secretariat");
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toMatch(/The demo network was removed, and its viewers with it/);
  expect(await told("demo")).toMatch(/^Demo network: removed on \d{4}-\d\d-\d\d\.\n$/);
  await platform.end("SIGINT");
});

it("refuses what it does not know, without a stack", async () => {
  const { code, stdout, stderr } = await run("demo", "load", "--dry-run");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/What shall become of the demo network/);
  expect(stderr).not.toMatch(/^ +at /m);
});
