import { jest } from "@jest/globals";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PATIENCE, runCommand } from "../test/command-process.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";

jest.setTimeout(PATIENCE);
afterAll(removeTemporaryFolders);

const counts = (found: object) => ({
  metadata: { vulnerabilities: { high: 0, critical: 0, total: 1, ...found } },
});
const minor = { name: "left", severity: "low", range: "<2" };

it.each([
  {
    what: "passes what is not grave",
    answer: { ...counts({ low: 1 }), vulnerabilities: { left: minor } },
    code: 0,
    says: /low: left <2\n0 high or critical, 1 in all/,
  },
  {
    what: "ends with 1 where something is high",
    answer: counts({ high: 1 }),
    code: 1,
    says: /1 high or critical/,
  },
  {
    what: "says that the registry could not be asked, which is no pass",
    answer: { message: "405 Method Not Allowed", error: { summary: "", detail: "" } },
    code: 2,
    says: /could not be asked.*405 Method Not Allowed/,
  },
  { what: "knows nothing of what is no answer", answer: null, code: 2, says: /could not be asked/ },
])("$what", async ({ answer, code, says }) => {
  const npm = join(await temporaryFolder("npm"), "npm-cli.js");
  const text = JSON.stringify(answer);
  await writeFile(npm, `process.stdout.write(${JSON.stringify(text)}); process.exitCode = 1;`);
  const ended = await runCommand(["vulnerabilities"], { npm_execpath: npm });
  expect(ended.code).toBe(code);
  expect(ended.stdout + ended.stderr).toMatch(says);
});
