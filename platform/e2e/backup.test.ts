import { copyFile, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { insertAccount } from "@convene/identity/account/account.service";
import pino from "pino";
import { stakeholderImport } from "@convene/stakeholders/import/import.job";
import { makeBackup } from "../src/backup/make-backup.ts";
import { restoreBackup } from "../src/backup/restore-backup.ts";
import { type OpenedServices, openServices, serviceOwners } from "../src/runtime/services.ts";
import { change } from "../test/ask.ts";
import { eventually } from "../test/eventually.ts";
import { createEmptyDatabase, type ScratchDatabase } from "../test/demo-database.ts";
import { type Graphs, openGraphs, OPENING } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";
import { tableHashes, withClient } from "../test/table-hashes.ts";
import { adminToken } from "../test/tokens.ts";

let graphs: Graphs;
let scratch: ScratchDatabase;
let folder: string;
let token: string;
beforeAll(async () => {
  graphs = await openGraphs();
  scratch = await createEmptyDatabase();
  folder = await temporaryFolder("backup");
  token = await adminToken(graphs);
}, OPENING);
afterAll(async () => {
  await scratch.drop();
  await graphs.close();
  await removeTemporaryFolders();
});

async function backUp(name: string): Promise<string> {
  const { adminUrl, secrets } = graphs;
  const file = join(folder, name);
  await makeBackup({
    file,
    force: false,
    adminUrl,
    owners: serviceOwners(adminUrl),
    secrets,
    dataFolder: folder,
    version: "0.1.0",
  });
  return file;
}

const restore = (file: string, { replace = false, url = scratch.url } = {}) =>
  restoreBackup({
    file,
    replace,
    config: {
      dataFolder: join(folder, "restored"),
      DATABASE_URL: url,
      CONVENE_SECRET: undefined,
      LOG_LEVEL: "silent",
    },
    progress: { step: (_, work) => work() },
  });

const makeChange = (field: string, input: object): Promise<{ id: string }> =>
  change(graphs.url("in process"), { field, input, token });

/** Organisations, and practices that name the last of them, until it is told to stop. */
function keepWriting() {
  let stopped = false;
  const work = async () => {
    let count = 0;
    while (!stopped) {
      count += 1;
      const { id } = await makeChange("createOrganisation", { name: `Written meanwhile ${count}` });
      const title = `Practice of ${count}`;
      const practice = { title, summary: title, objectives: [7], implementers: [id] };
      await makeChange("createPractice", practice);
    }
    return count;
  };
  const writing = work();
  return {
    stop: () => {
      stopped = true;
      return writing;
    },
  };
}

/** The first column of the first row, as a number. */
const count = (url: string, sql: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ count: string }>(sql);
    return Number(rows[0]?.count);
  });

const MADE = "SELECT count(*) FROM stakeholders.organisation";
const TOLD = `SELECT count(*) FROM stakeholders.organisation o JOIN stakeholders.outbox t
  ON t.type = 'Organisation' AND t.id = o.id AND t.payload->>'name' = o.name`;
const LIVE = `SELECT count(*) FROM stakeholders.outbox
  WHERE type = 'Organisation' AND payload IS NOT NULL`;
/** A practice is written only after its organisation. */
const ORPHANS = `SELECT count(*) FROM practices.practice_organisation p
  WHERE NOT EXISTS (SELECT FROM stakeholders.organisation o WHERE o.id = p.organisation_id)`;

it("holds one moment of all services, while everybody goes on writing", async () => {
  const before = await count(graphs.adminUrl, MADE);
  const { transactions } = graphs.opened.services.identity.parts;
  const account = { name: "Ada", email: "ada@example.org", emailVerified: true, platform: [] };
  await transactions.write((tx) => insertAccount(tx, account));
  const writer = keepWriting();
  const file = await backUp("meanwhile.zip");
  expect(await writer.stop()).toBeGreaterThan(0);
  await restore(file);
  const made = await count(scratch.url, MADE);
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThan(await count(graphs.adminUrl, MADE));
  expect(await count(scratch.url, TOLD)).toBe(made);
  expect(await count(scratch.url, LIVE)).toBe(made);
  expect(await count(scratch.url, ORPHANS)).toBe(0);
});

it("refuses a database that holds records, says which, and takes them away when told to", async () => {
  const { id } = await makeChange("createOrganisation", { name: "Gone before the backup" });
  await makeChange("deleteOrganisation", { id });
  await queueImport();
  await settle(graphs.opened);
  // As on a server that has seen a billion transactions more than the one of the restore.
  await withClient(graphs.adminUrl, (client) =>
    client.query("UPDATE stakeholders.outbox SET txid = (txid::text::bigint + 1e9)::text::xid8"),
  );
  const file = await backUp("quiet.zip");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(restore(file)).rejects.toThrow(
    /records here already \(.*1 Account.*\d+ Organisation.*--replace/,
  );
  await restore(file, { replace: true });
  const restored = await tableHashes(scratch.url);
  expect(Object.keys(restored).length).toBeGreaterThan(50);
  expect(restored).toEqual(await tableHashes(graphs.adminUrl));
  expect(restored["stakeholders_jobs.job"]).toMatch(/^1 /);
  expect(restored["stakeholders.audit_record"]).not.toMatch(/^0 /);
});

/** An import whose file is here, and whose turn is tomorrow. */
async function queueImport(): Promise<void> {
  const { transactions } = graphs.opened.services.stakeholders.parts;
  const { id } = await makeChange("startImport", { kind: "ORGANISATIONS", fileName: "late.csv" });
  const file = Buffer.from("name\nImported after the restore");
  await transactions.write(async (tx) => {
    await tx.manager.query("INSERT INTO import_chunk VALUES ($1, 'once', 0, $2)", [id, file]);
    await tx.manager.query("UPDATE file_import SET state = 'QUEUED', file_bytes = $1", [
      file.length,
    ]);
    await tx.enqueue(stakeholderImport, { id }, { startAfter: new Date(Date.now() + 86_400_000) });
  });
}

it("goes on telling changes after a restore, and its read model equals a rebuild", async () => {
  const opened = await openServices(
    { adminUrl: scratch.url, secret: graphs.secrets.secret },
    pino({ level: "silent" }),
  );
  try {
    await doQueuedImport(opened);
    await createIn(opened, "Made after the restore");
    await settle(opened);
    const audit = await opened.services.stakeholders.parts.audit.verify();
    expect(audit).toMatchObject({ unsealed: 0, fault: null });
    const sql = `SELECT count(*) FROM discovery.organisation_document
      WHERE name = 'Made after the restore'`;
    expect(await count(scratch.url, sql)).toBe(1);
    const followed = await tableHashes(scratch.url);
    await opened.services.discovery.parts.feeds.rebuild();
    expect(await tableHashes(scratch.url)).toEqual(followed);
  } finally {
    await opened.stop();
  }
});

/** What waited for its turn when the backup was made has it now. */
async function doQueuedImport(opened: OpenedServices): Promise<void> {
  await withClient(scratch.url, (client) =>
    client.query("UPDATE stakeholders_jobs.job SET start_after = now()"),
  );
  await opened.start();
  const sql = `SELECT count(*) FROM stakeholders.organisation o, stakeholders.file_import i
    WHERE o.name = 'Imported after the restore' AND i.state = 'DONE'`;
  await eventually(async () => (await count(scratch.url, sql)) === 1);
}

it("refuses to restore under the feet of a Convene that runs", async () => {
  const restoring = restore(join(folder, "quiet.zip"), { replace: true, url: graphs.adminUrl });
  await expect(restoring).rejects.toThrow(/A Convene works on this database.*stop it first/);
});

it.each<[string, (file: string) => Promise<void>, RegExp]>([
  ["cut off", async (file) => truncate(file, (await stat(file)).size - 200), /only the beginning/],
  ["altered", alter, /is damaged/],
  ["something else", (file) => writeFile(file, "name,country\n"), /is no backup of Convene/],
])("refuses a file that is %s, and changes nothing", async (name, spoil, sentence) => {
  const before = await tableHashes(scratch.url);
  const file = join(folder, `${name}.zip`);
  await copyFile(join(folder, "quiet.zip"), file);
  await spoil(file);
  await expect(restore(file, { replace: true })).rejects.toThrow(sentence);
  expect(await tableHashes(scratch.url)).toEqual(before);
});

async function alter(file: string): Promise<void> {
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  await writeFile(file, bytes);
}

async function createIn({ services }: OpenedServices, name: string): Promise<void> {
  const { DemoGraph } = await import("../src/demo/demo-graph.ts");
  const input = { key: name, name };
  await new DemoGraph(services).change(["stakeholders", "createOrganisation"], input);
}
