import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { runImport } from "@convene/shared/file-import/import-run.service";
import { ChangeListener } from "@convene/shared/replica/change-listener";
import { testDatabaseUrl } from "@convene/shared/testing/config";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { codeOf, graphImporter, linkOf } from "../../test/imports.ts";
import { stakeholders } from "../definition.ts";
import { stakeholderImporters } from "./import-kind.service.ts";

const harness = createHarness(stakeholders);
const { db, execute, service } = harness;
const { start, cancel, read, problems, send, ended, chunksOf } = graphImporter(harness);

const quiet = { info: () => undefined, error: () => undefined };
const listener = new ChangeListener(testDatabaseUrl(), quiet);
afterAll(async () => {
  await service().rest();
  await listener.stop();
});

type Organisations = typeof stakeholderImporters.organisations;

describe("before jobs are done", () => {
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
  beforeAll(async () => {
    await listener.start();
    await service().start(listener);
  });

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
    expect(codeOf(await cancel(one.id))).toBe("CONFLICT");
  });

  it("says what a row of activities has made", async () => {
    const provenance = { source: "OCHA 3W", license: "CC-BY-IGO", retrievedOn: "2026-02-01" };
    const one = await start({ kind: "ACTIVITIES", fileName: "3w.csv", provenance });
    await send(linkOf(one), "implementing_org,funder_org,country_iso3\nLighthouse,Beacon Fund,KEN");
    expect(await ended(one.id)).toMatchObject({ state: "DONE", kind: "activities", created: 1 });
    const query = `query ($id: ID!) { import(id: $id) { made { what count } } }`;
    const { data } = await execute(query, { viewer: admin, id: one.id });
    expect(data.import.made).toEqual([
      { what: "organisations", count: 2 },
      { what: "relationships", count: 1 },
    ]);
    const found = await execute(
      `{ organisations(filter: { countries: { anyOf: ["KE"] } }) { nodes { name
        provenance { kind source url license retrievedOn } } } }`,
      { viewer: admin },
    );
    const lighthouse = found.data.organisations.nodes.find(
      ({ name }: { name: string }) => name === "Lighthouse",
    );
    expect(lighthouse.provenance).toEqual([{ kind: "IMPORTED", url: null, ...provenance }]);
    await service().parts.audit.seal();
    const recorded: unknown[] = await service().parts.db.query(
      "SELECT DISTINCT viewer_id FROM audit_record WHERE operation = $1",
      [`the import ${one.id}`],
    );
    expect(recorded).toEqual([{ viewer_id: admin.id }]);
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
});
