import { jest } from "@jest/globals";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AuditHeads } from "../audit/audit-heads.ts";
import { serviceNames } from "../runtime/services.ts";
import { ask } from "../../test/ask.ts";
import { CommandProcess, PATIENCE, runCommand, serverOf } from "../../test/command-process.ts";
import { eventually } from "../../test/eventually.ts";
import { removeTemporaryFolders, temporaryFolder } from "../../test/postgres-process.ts";

jest.setTimeout(2 * PATIENCE);

/** As a spreadsheet writes them: a byte order mark, `;`, a title above, tags, names of countries. */
const FILES = {
  organisations: `\uFEFFWho works where;;;;;
Org ID;Organisation;Country;Organisation type;Sectors;Remarks
#org+id;#org+name;#country+code;#org+type;#sector+list;#meta
t-1;Ferrybridge Shelter;GBR;National NGO;Shelter, Health;"two
lines"
t-2;Quayside Advice;KEN;International NGO;Protection;
t-3;;KEN;International NGO;Protection;no name
t-4;Harbour Kitchen;ITA;National NGO;Food Security;
`,
  presence: `org_id,country_iso3,adm1_name,sector
#org+id,#country+code,#adm1+name,#sector
t-1,ITA,Lazio,Health
t-9,ITA,Lazio,Health
`,
  relationships: `source_org_id,target_org_id,relation,start date
#org+id+source,#org+id+target,#relation,#date+start
t-2,t-1,funder-implementing,31/01/2024
t-2,t-9,funder-implementing,2024-01-31
`,
  practices: `Title,Summary,GCM objectives,Implementers,Countries
A kitchen for the quay,Meals and a desk,"7, 15",Harbour Kitchen,ITA
Nobody's practice,No implementer,7,,ITA
`,
};
type Kind = keyof typeof FILES;

let dataFolder: string;
let files: string;
let token: string | undefined;
beforeAll(async () => {
  dataFolder = await temporaryFolder("tools");
  files = join(await temporaryFolder("files"), "test-register");
  await mkdir(files);
  for (const [kind, text] of Object.entries(FILES)) await writeFile(fileOf(kind as Kind), text);
});
afterAll(async () => {
  await CommandProcess.endAll();
  await removeTemporaryFolders();
});

const fileOf = (kind: Kind) => join(files, `${kind}.csv`);
const variables = () => ({ CONVENE_DATA: dataFolder });
const run = (...args: string[]) => runCommand(args, variables());

/** `created 2, skipped 1`: the report of an import, without what it counts no row of. */
async function imported(kind: Kind, ...options: string[]): Promise<string> {
  const { code, stdout, stderr } = await run("import", kind, fileOf(kind), ...options);
  expect([kind, code, stderr]).toEqual([kind, 0, ""]);
  const counts = stdout.matchAll(/^ {2}(created|updated|unchanged|skipped) +(\d+)$/gm);
  return [...counts]
    .flatMap(([, word, count]) => (count === "0" ? [] : `${word} ${count}`))
    .join(", ");
}

/** A platform on the data folder for as long as the work takes. */
async function beside<T>(work: (url: string) => Promise<T>): Promise<T> {
  const platform = CommandProcess.start(["start", "--empty"], variables());
  const [, url = ""] = await platform.wrote(/Graph +(http:\S+)\/graphql/);
  try {
    return await work(url);
  } finally {
    await platform.end("SIGINT");
  }
}

/** An organisation, as an administrator finds it: imported practices wait for their review. */
async function found(url: string, text: string): Promise<unknown> {
  token ??= (await run("token", "--admin")).stdout.trim();
  const query = `query ($text: String!) { searchOrganisations(text: $text) { nodes {
    name countries practices { nodes { title } } relationships { nodes { name startDate } } } } }`;
  const { data } = await ask(url, { query, variables: { text }, token });
  return data.searchOrganisations.nodes[0] ?? null;
}

it("makes a data folder ready by migrate, and again leaves it as it is", async () => {
  for (const _ of ["first", "again"]) {
    const { code, stdout, stderr } = await run("migrate");
    expect([code, stderr]).toEqual([0, ""]);
    for (const name of serviceNames) {
      expect(stdout).toMatch(new RegExp(`✓ ${name} +\\d+ migrations, up to date`));
    }
    expect(serverOf(dataFolder)).toBeNull();
  }
});

it("imports alone and beside a platform, dry before wet, and the second time nothing", async () => {
  expect(await imported("organisations", "--dry-run")).toBe("created 3, skipped 1");
  expect(await imported("organisations")).toBe("created 3, skipped 1");
  expect(serverOf(dataFolder)).toBeNull();
  await beside(async (url) => {
    expect(await found(url, "Ferrybridge")).toMatchObject({ countries: ["GB"] });
    expect(await imported("organisations")).toBe("unchanged 3, skipped 1");
    expect(await imported("presence")).toBe("updated 1, skipped 1");
    expect(await imported("relationships")).toBe("created 1, skipped 1");
    expect(await imported("practices")).toBe("created 1, skipped 1");
    await eventually(async () => {
      const kitchen = (await found(url, "Harbour Kitchen")) as Record<string, unknown> | null;
      return JSON.stringify(kitchen?.["practices"]).includes("kitchen");
    });
    expect(await found(url, "Ferrybridge Shelter")).toEqual({
      name: "Ferrybridge Shelter",
      countries: ["GB", "IT"],
      practices: { nodes: [] },
      relationships: { nodes: [{ name: "funds", startDate: "2024-01-31" }] },
    });
    const { code, stdout } = await run("reindex");
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ discovery .*\d+ from stakeholders.*\d+ from practices/);
    expect(await found(url, "Quayside")).toMatchObject({ countries: ["KE"] });
  });
});

it("finds the audit log as it was sealed, and that it was cut off since", async () => {
  const { code, stdout } = await run("audit", "verify");
  expect(code).toBe(0);
  expect(stdout).toMatch(/✓ stakeholders +\d+ records/);
  const heads = join(dataFolder, "audit-heads.json");
  const noted = JSON.parse(await readFile(heads, "utf8")) as AuditHeads;
  const further = { sequence: 1_000, hash: "of a record that is gone" };
  await writeFile(heads, JSON.stringify({ ...noted, practices: further }));
  const cut = await run("audit", "verify");
  expect([cut.code, cut.stderr]).toEqual([
    1,
    expect.stringMatching(/audit log of practices is not as it was sealed, from record \d+ on/),
  ]);
  expect((await run("audit", "verify", "--anew")).code).toBe(0);
});

it.each([
  ["nothing", [], /What shall be imported/],
  ["a kind that there is not", ["animals", "a.csv"], /What shall be imported/],
  ["an option that there is not", ["practices", "a.csv", "--wet"], /--wet/],
  ["a file that there is not", ["practices", "nowhere.csv"], /nowhere\.csv/],
])("refuses to import %s, without a stack", async (_, args, sentence) => {
  const { code, stdout, stderr } = await run("import", ...args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^ +at /m);
});
