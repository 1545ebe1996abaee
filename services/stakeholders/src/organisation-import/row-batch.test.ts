import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { createHarness } from "@convene/shared/testing/harness";
import { openCsv } from "@convene/shared/table/open-csv";
import { csvImporter, outcomes, versionsOf } from "../../test/import-csv.ts";
import { stakeholders } from "../definition.ts";
import { OrganisationImportService } from "./organisation-import.service.ts";

const harness = createHarness(stakeholders);
const { db, service, sqlOf } = harness;
const importCsv = csvImporter(harness, "organisations");
const importPresence = csvImporter(harness, "presence");
const importTies = csvImporter(harness, "relationships");

const HEADER = "org_id,name,country,sectors";
const lines = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, n) => `${prefix}${n},${prefix} ${n},KE,Health`);
const count = async (prefix: string) => {
  const [row]: [{ count: string }] = await db().query(
    "SELECT count(*) FROM organisation_identifier WHERE value LIKE $1",
    [`${prefix}%`],
  );
  return Number(row.count);
};

/** The database refuses organisations of this name, as any constraint to come may. */
async function refusing(name: string, work: () => Promise<void>): Promise<void> {
  await db().query(`ALTER TABLE organisation ADD CONSTRAINT ck_test CHECK (name <> '${name}')`);
  try {
    await work();
  } finally {
    await db().query("ALTER TABLE organisation DROP CONSTRAINT ck_test");
  }
}

/** Somebody's own change, which is not finished yet. */
async function beginEdit(sql: string, id: string | undefined) {
  const runner = db().createQueryRunner();
  await runner.startTransaction();
  await runner.query(sql, [id]);
  const [{ pid }]: [{ pid: number }] = await runner.query("SELECT pg_backend_pid() AS pid");
  return {
    untilSomebodyWaits: async () => {
      const waiting = "SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))";
      while ((await db().query<unknown[]>(waiting, [pid])).length === 0) await setTimeout(10);
    },
    commit: async () => {
      await runner.commitTransaction();
      await runner.release();
    },
  };
}

describe("rows taken in by batches", () => {
  it("leaves out only the row that the database refuses, in the middle of a batch", async () => {
    await refusing("bad 77", async () => {
      const table = [HEADER, ...lines(250, "bad")];
      const before = await versionsOf(harness);
      const tried = await importCsv(table, { dryRun: true });
      expect([await versionsOf(harness), await count("bad")]).toEqual([before, 0]);
      const rows = await importCsv(table);
      expect(rows.filter(({ outcome }) => outcome !== "created")).toEqual([
        { line: 79, outcome: "skipped", reason: expect.stringContaining("ck_test") },
      ]);
      expect(rows.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2));
      expect(await count("bad")).toBe(249);
      expect(outcomes(tried)).toEqual(outcomes(rows));
    });
    expect(outcomes(await importCsv([HEADER, ...lines(250, "bad")]))).toEqual(
      Array.from({ length: 250 }, (_, n) => (n === 77 ? "created" : "unchanged")),
    );
  });

  it("goes on where a run was broken off, without a second copy", async () => {
    const table = [HEADER, ...lines(450, "half")];
    const csv = await openCsv(Readable.from([table.join("\n")]));
    const run = new OrganisationImportService(service().parts).run(csv, { scheme: "test" });
    for (let row = 0; row < 10; row++) await run.next();
    await run.return();
    expect(await count("half")).toBe(200);
    const made = outcomes(await importCsv(table));
    expect(made.filter((outcome) => outcome === "unchanged")).toHaveLength(200);
    expect(made.filter((outcome) => outcome === "created")).toHaveLength(250);
    expect(await count("half")).toBe(450);
  });

  it("imagines earlier batches in a dry run, as a real run would find them", async () => {
    const table = [
      HEADER,
      ...lines(200, "dry"),
      ...lines(190, "dry"),
      ...lines(10, "dry").map((line) => `${line}; Shelter`),
      ",dry 3,KE,Shelter",
      ",dry 50,KE,Shelter",
      ...lines(2, "dry").map((line) => `${line}; Shelter`),
    ];
    const before = await versionsOf(harness);
    const tried = await importCsv(table, { dryRun: true });
    expect([await versionsOf(harness), await count("dry")]).toEqual([before, 0]);
    const expected = [
      ...Array.from({ length: 200 }, () => "created"),
      ...Array.from({ length: 190 }, () => "unchanged"),
      ...Array.from({ length: 10 }, () => "updated"),
      ...["unchanged", "updated", "unchanged", "unchanged"],
    ];
    expect(outcomes(tried)).toEqual(expected);
    expect(tried.filter(({ id }) => id !== undefined)).toEqual([]);
    expect(outcomes(await importCsv(table))).toEqual(expected);
    expect(outcomes(await importCsv(table, { dryRun: true }))).toEqual(
      table.slice(1).map(() => "unchanged"),
    );
  });

  it.each([
    ["identifiers", (line: string) => line.replace(/two /, "two i")],
    ["names alone", (line: string) => line.replace(/^[^,]+/, "").replace(/two /, "two n")],
  ])("makes one organisation of two imports at once, by their %s", async (_, written) => {
    const table = [HEADER, ...lines(300, "two").map(written)];
    const both = await Promise.all([importCsv(table), importCsv(table)]);
    const made = both.flat().filter(({ outcome }) => outcome === "created");
    expect(made).toHaveLength(300);
    expect(outcomes(both.flat()).filter((outcome) => outcome === "unchanged")).toHaveLength(300);
  });

  it("waits for somebody who is editing an organisation, and keeps what they wrote", async () => {
    const [made] = await importCsv(["org_id,name", "busy1,Busy"]);
    const edit = await beginEdit("UPDATE organisation SET acronym = 'OWN' WHERE id = $1", made?.id);
    const importing = importCsv(["org_id,name,acronym", "busy1,Busy,FILE"]);
    await edit.untilSomebodyWaits();
    await edit.commit();
    expect(outcomes(await importing)).toEqual(["unchanged"]);
  });

  it("ends with what is no fault of a row", async () => {
    await db().query("ALTER TABLE organisation RENAME TO organisation_away");
    try {
      await expect(importCsv([HEADER, ...lines(3, "gone")])).rejects.toThrow("does not exist");
    } finally {
      await db().query("ALTER TABLE organisation_away RENAME TO organisation");
    }
  });
});

describe("the statements of a batch", () => {
  const presence = (prefix: string, rows: number) => [
    "org_id,country,sector,adm1_name",
    ...Array.from({ length: rows }, (_, n) => `${prefix}${n},UG,Shelter,Area ${n}`),
  ];
  const ties = (prefix: string, rows: number) => [
    "source_org_id,target_org_id,relation",
    ...Array.from({ length: rows }, (_, n) => `${prefix}${n},${prefix}${n + 1},FUNDS`),
  ];

  it.each([
    ["organisations", 12, (n: number, name: string) => importCsv([HEADER, ...lines(n, name)])],
    ["presence", 12, (n: number, name: string) => importPresence(presence(name, n))],
    ["relationships", 10, (n: number, name: string) => importTies(ties(name, n))],
  ])("are as few for two hundred %s as for two: %i", async (kind, most, run) => {
    await importCsv([HEADER, ...lines(3, `${kind}-few`), ...lines(200, `${kind}-many`)]);
    const names = kind === "organisations" ? ["few", "many"] : [`${kind}-few`, `${kind}-many`];
    const few = await sqlOf(() => run(2, names[0] ?? ""));
    const many = await sqlOf(() => run(199, names[1] ?? ""));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(most);
    const again = await sqlOf(() => run(199, names[1] ?? ""));
    expect(again.length).toBeLessThan(many.length);
  });
});
