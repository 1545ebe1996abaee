import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { runImport } from "@convene/shared/file-import/import-run.service";
import { ChangeListener } from "@convene/shared/replica/change-listener";
import { testDatabaseUrl } from "@convene/shared/testing/config";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { PART_SIZE } from "@convene/shared/upload/uploads";
import { newId } from "@convene/shared/type-id";
import { stakeholders } from "../definition.ts";
import { stakeholderImporters } from "./import-kind.service.ts";

const { db, execute, service } = createHarness(stakeholders);
const quiet = { info: () => undefined, error: () => undefined };
const listener = new ChangeListener(testDatabaseUrl(), quiet);
afterAll(async () => {
  await service().rest();
  await listener.stop();
});
let working: Promise<void> | null = null;
/** Jobs are done from now on. */
const work = () => (working ??= listener.start().then(() => service().start(listener)));

const otherAdmin = { ...admin, id: "acc_other" };
const secretariat = buildViewer({ networks: [{ id: newId("net"), role: "SECRETARIAT" }] });
const FIELDS = `id kind fileName state failure uploadUrl fileBytes rowsRead created updated
  unchanged skipped problemsFound dryRun`;

interface Asked {
  readonly viewer?: typeof admin | null;
  readonly kind?: string;
  readonly [field: string]: unknown;
}
const tryStart = ({ viewer = admin, ...fields }: Asked = {}) =>
  execute(`mutation ($input: StartImportInput!) { startImport(input: $input) { ${FIELDS} } }`, {
    viewer,
    input: { kind: "ORGANISATIONS", fileName: "members.csv", ...fields },
  });
const start = async (asked?: Asked) => (await tryStart(asked)).data.startImport;
const cancel = (id: string, viewer: typeof admin | null = admin, more: object = {}) =>
  execute(`mutation ($input: CancelImportInput!) { cancelImport(input: $input) { id state } }`, {
    viewer,
    input: { id, ...more },
  });
const read = async (id: string, viewer: typeof admin | null = admin) => {
  const { data } = await execute(`query ($id: ID!) { import(id: $id) { ${FIELDS} } }`, {
    viewer,
    id,
  });
  return data.import;
};
const problems = async (id: string, page: string) => {
  const query = `query ($id: ID!) { import(id: $id) { problems(${page}) { totalCount
    pageInfo { hasNextPage endCursor } nodes { line field column code message cell } } } }`;
  return (await execute(query, { viewer: admin, id })).data.import.problems;
};

const linkOf = ({ id, uploadUrl }: { id: string; uploadUrl: string }) => ({
  id,
  token: new URL(uploadUrl, "http://graph").searchParams.get("token") ?? "",
});
async function send(link: { id: string; token: string }, text: string) {
  const upload = randomUUID();
  const bytes = Buffer.from(text);
  let parts = 0;
  for (let at = 0; at < bytes.length; at += PART_SIZE) {
    const part = { ...link, upload, position: parts, bytes: bytes.subarray(at, at + PART_SIZE) };
    await service().uploads?.put(part);
    parts += 1;
  }
  await service().uploads?.finish({ ...link, upload, parts, size: bytes.length });
}
async function ended(id: string) {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const found = await read(id);
    if (!["QUEUED", "RUNNING"].includes(found.state)) return found;
    await pause(20);
  }
  throw new Error("It did not end");
}
const chunksOf = async (id: string) =>
  (await db().query<object[]>("SELECT 1 FROM import_chunk WHERE import_id = $1", [id])).length;
const code = ({ errors }: Awaited<ReturnType<typeof execute>>) => errors?.[0]?.extensions["code"];
const missing = { extensions: { code: "NOT_FOUND" } };

type Organisations = typeof stakeholderImporters.organisations;

describe("before jobs are done", () => {
  it("is open to administrators alone, and nobody else learns that there is an import", async () => {
    expect(code(await tryStart({ viewer: null }))).toBe("UNAUTHENTICATED");
    expect(code(await tryStart({ viewer: secretariat }))).toBe("FORBIDDEN");
    expect(code(await tryStart({ viewer: { ...admin, kind: "key", scopes: ["read"] } }))).toBe(
      "FORBIDDEN",
    );
    const { id } = await start();
    expect(await read(id, secretariat)).toBeNull();
    expect(await read(id, null)).toBeNull();
    expect(code(await cancel(id, secretariat))).toBe("NOT_FOUND");
    expect(code(await cancel(id, null))).toBe("UNAUTHENTICATED");
    expect(code(await cancel(newId("imp")))).toBe("NOT_FOUND");
  });

  it.each([
    ["fileName", { fileName: " " }],
    ["columnMap.1", { columnMap: ["Name=name", ""] }],
    ["columnMap", { columnMap: Array.from({ length: 201 }, () => "a=b") }],
    ["scheme", { scheme: "x".repeat(51) }],
  ])("refuses a bad %s", async (field, input) => {
    const { errors } = await tryStart(input);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  it("gives its link to who asked, each time with the same key, and to no other", async () => {
    const asked = { idempotencyKey: randomUUID() };
    const made = await start(asked);
    expect(made).toMatchObject({ state: "WAITING_FOR_FILE", kind: "organisations" });
    expect(made.uploadUrl).toMatch(/^\/uploads\/stakeholders\/imp_\w+\?token=[\w-]{43}$/);
    expect(await start(asked)).toEqual(made);
    expect((await read(made.id, otherAdmin)).uploadUrl).toBeNull();
  });

  it("refuses a link that is wrong, used, expired or called off, all in the same words", async () => {
    const [used, expired, off] = [await start(), await start(), await start()];
    await send(linkOf(used), "name\nOnce");
    await db().query("UPDATE file_import SET upload_until = now() WHERE id = $1", [expired.id]);
    await cancel(off.id);
    const wrong = { ...linkOf(await start()), token: linkOf(used).token };
    for (const link of [wrong, linkOf(used), linkOf(expired), linkOf(off)]) {
      const message = `Upload ${link.id} does not exist`;
      await expect(send(link, "name\nTwice")).rejects.toMatchObject({ ...missing, message });
    }
    expect((await read(expired.id)).uploadUrl).toBeNull();
    expect(code(await cancel(used.id))).toBeUndefined();
  });

  it("refuses an empty file, one that is too large, and one that was not sent whole", async () => {
    const link = linkOf(await start());
    const limit = { extensions: { code: "LIMIT_EXCEEDED" } };
    await expect(send(link, "")).rejects.toMatchObject({ extensions: { field: "file" } });
    const part = { ...link, upload: "a", position: 0, bytes: Buffer.alloc(PART_SIZE + 1) };
    await expect(service().uploads?.put(part)).rejects.toMatchObject(limit);
    const far = { ...part, position: 47, bytes: Buffer.alloc(PART_SIZE) };
    await expect(service().uploads?.put(far)).rejects.toMatchObject(limit);
    const conflict = { extensions: { code: "CONFLICT" } };
    await service().uploads?.put({ ...part, bytes: Buffer.from("name") });
    const short = { ...link, upload: "a", parts: 2, size: 8 };
    await expect(service().uploads?.finish(short)).rejects.toMatchObject(conflict);
    await service().uploads?.put({ ...part, upload: "b", bytes: Buffer.from("name") });
    const late = { ...part, position: 1, bytes: Buffer.from("late") };
    await expect(service().uploads?.put(late)).rejects.toMatchObject(conflict);
  });

  it("writes no more once another worker has begun anew", async () => {
    const one = await start();
    await send(linkOf(one), `name\n${"Fenced off\n".repeat(201)}`);
    const importers = {
      organisations: async function* (...asked: Parameters<Organisations>) {
        await db().query("UPDATE file_import SET attempt = 2 WHERE id = $1", [one.id]);
        yield* stakeholderImporters.organisations(...asked);
      },
    };
    const { signal } = new AbortController();
    await runImport({ parts: service().parts, id: one.id, importers, signal });
    expect(await read(one.id)).toMatchObject({ state: "RUNNING", rowsRead: 0 });
  });

  it("counts each row once, as what it first was, when a worker has died in the middle", async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `Survivor ${index},space agency`);
    const one = await start({ fileName: "killed.csv" });
    await send(linkOf(one), ["name,type", ...rows].join("\n"));
    const dying = new AbortController();
    const importers = {
      organisations: async function* (...asked: Parameters<Organisations>) {
        for await (const row of stakeholderImporters.organisations(...asked)) {
          if (row.line === 300) dying.abort(new Error("killed"));
          yield row;
        }
      },
    };
    const run = { parts: service().parts, id: one.id };
    const killed = runImport({ ...run, importers, signal: dying.signal });
    await expect(killed).rejects.toThrow("killed");
    expect(await read(one.id)).toMatchObject({ state: "RUNNING", rowsRead: 200, skipped: 0 });
  });
});

describe("once jobs are done", () => {
  beforeAll(work);

  it("takes in what the killed worker has left, and tells it as one import", async () => {
    const [{ id }] = await db().query<[{ id: string }]>(
      "SELECT id FROM file_import WHERE file_name = 'killed.csv'",
    );
    expect(await ended(id)).toMatchObject({ state: "DONE", rowsRead: 450, problemsFound: 450 });
    const { nodes, totalCount } = await problems(id, "first: 100");
    expect(totalCount).toBe(450);
    expect(new Set(nodes.map(({ line }: { line: number }) => line)).size).toBe(100);
    const [{ count }] = await db().query<[{ count: number }]>(
      "SELECT count(*)::integer AS count FROM organisation WHERE name LIKE 'Survivor %'",
    );
    expect(count).toBe(450);
    // The batch that the dead worker had taken in, and had not told of any more.
    expect(await read(id)).toMatchObject({ created: 250, unchanged: 200 });
    expect(await chunksOf(id)).toBe(0);
  });

  it("takes a dirty file in, reports its problems page by page, and changes nothing again", async () => {
    const file = [
      "name,country,type,website",
      "Harbour Lights,GB,,",
      "CHILDREN,GB,,",
      ",GB,,",
      `Quay House,GB,${"x".repeat(78)}🚀 agency,`,
      "harbour lights,GB,,https://harbour.example",
    ].join("\n");
    const one = await start({ columnMap: ["country=countries"] });
    await send(linkOf(one), file);
    const told = { created: 2, updated: 1, unchanged: 0, skipped: 2, rowsRead: 5, failure: null };
    expect(await ended(one.id)).toMatchObject({ state: "DONE", uploadUrl: null, ...told });
    const first = await problems(one.id, "first: 2");
    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        { line: 3, field: "name", code: "ROW_SKIPPED", cell: "CHILDREN" },
        { line: 4, field: "name", column: "name", code: "ROW_SKIPPED" },
      ],
    });
    const rest = await problems(one.id, `first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(rest.nodes).toMatchObject([
      { line: 5, field: "type", code: "VALUE_LEFT_OUT", message: expect.stringMatching(/^type /) },
    ]);
    const again = await start({ columnMap: ["country=countries"], dryRun: true });
    await send(linkOf(again), file);
    expect(await ended(again.id)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      dryRun: true,
    });
    expect(code(await cancel(one.id))).toBe("CONFLICT");
  });

  it("says what a row of activities has made", async () => {
    const one = await start({ kind: "ACTIVITIES", fileName: "3w.csv" });
    await send(linkOf(one), "implementing_org,funder_org,country_iso3\nLighthouse,Beacon Fund,KEN");
    expect(await ended(one.id)).toMatchObject({ state: "DONE", kind: "activities", created: 1 });
    const query = `query ($id: ID!) { import(id: $id) { made { what count } } }`;
    const { data } = await execute(query, { viewer: admin, id: one.id });
    expect(data.import.made).toEqual([
      { what: "organisations", count: 2 },
      { what: "relationships", count: 1 },
    ]);
  });

  it.each([
    ["columns that do not fit", { file: "Nothing,Known\na,b" }, /name: no column for it/],
    ["a sheet of what has none", { file: "name\nA", sheet: "Two" }, /Only a workbook/],
    ["a workbook that is none", { file: "PK\u0003\u0004nonsense" }, /no Excel workbook/],
  ])("fails with a word on %s", async (_, { file, ...asked }, reason) => {
    const one = await start(asked);
    await send(linkOf(one), file);
    const found = await ended(one.id);
    expect(found).toMatchObject({ state: "FAILED", rowsRead: 0 });
    expect(found.failure).toMatch(reason);
  });

  it("stops where it is called off, and lets the file go", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `Cancelled ${index}`);
    const one = await start();
    await send(linkOf(one), ["name", ...rows].join("\n"));
    while ((await read(one.id)).rowsRead === 0) await pause(10);
    const cancelled = { cancelImport: { id: one.id, state: "CANCELLED" } };
    const once = { idempotencyKey: randomUUID() };
    expect((await cancel(one.id, admin, once)).data).toEqual(cancelled);
    expect((await cancel(one.id, admin, once)).data).toEqual(cancelled);
    expect((await cancel(one.id)).errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT" });
    const { rowsRead } = await read(one.id);
    expect(rowsRead).toBeLessThan(3_000);
    expect(await chunksOf(one.id)).toBe(0);
    const next = await start();
    await send(linkOf(next), "name\nAfter the cancelled one");
    expect(await ended(next.id)).toMatchObject({ state: "DONE", created: 1 });
    expect(await read(one.id)).toMatchObject({ state: "CANCELLED", rowsRead });
  });

  it("forgets what has ended long ago, and what never got its file", async () => {
    const [old, waiting, fresh] = [await start(), await start(), await start()];
    await cancel(old.id);
    await db().query(
      "UPDATE file_import SET finished_at = now() - interval '31 days' WHERE id = $1",
      [old.id],
    );
    await db().query(
      "UPDATE file_import SET upload_until = now() - interval '25 hours' WHERE id = $1",
      [waiting.id],
    );
    await stakeholders.daily?.(service().parts, "2027-01-01");
    expect(await read(old.id)).toBeNull();
    expect(await read(waiting.id)).toBeNull();
    expect(await read(fresh.id)).not.toBeNull();
  });
});
