import { jest } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CommandProcess, PATIENCE, runCommand } from "../../test/command-process.ts";
import { removeTemporaryFolders, temporaryFolder } from "../../test/postgres-process.ts";

jest.setTimeout(PATIENCE);
afterAll(async () => {
  await CommandProcess.endAll();
  await removeTemporaryFolders();
});

it("starts in production by a sound secret that was given, and says which is missing or weak", async () => {
  const folder = join(await temporaryFolder("production"), "data");
  const production = { CONVENE_DATA: folder, NODE_ENV: "production", PORT: "0" };
  const missing = await runCommand(["start"], production);
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.stderr).toMatch(/^[^\n]*CONVENE_SECRET is not set: in production[^\n]*\n$/);
  const weak = { CONVENE_SECRET: "changeme".repeat(4), DATABASE_URL: "postgres://a:a@127.0.0.1/a" };
  const refused = await runCommand(["start"], { ...production, ...weak });
  expect(refused.code).toBe(1);
  for (const name of Object.keys(weak)) expect(refused.stderr).toContain(`${name} is not valid`);
  expect(refused.stderr).not.toContain("changeme");
  expect(existsSync(folder)).toBe(false);
});

it("prints in production no token, no demo viewer and no secret, and has no explorer", async () => {
  const folder = join(await temporaryFolder("production"), "data");
  const secret = randomBytes(32).toString("base64url");
  const started = CommandProcess.start(["start"], {
    ...{ CONVENE_DATA: folder, NODE_ENV: "production", PORT: "0", CONVENE_SECRET: secret },
  });
  const [url] = await started.wrote(/http:\/\/(?:localhost|127\.0\.0\.1):\d+/);
  expect((await fetch(`${url}/graphiql`)).status).toBe(404);
  expect(started.stdout).not.toMatch(/eyJ|Bearer|viewer/i);
  expect(started.stdout).not.toContain(secret);
});
