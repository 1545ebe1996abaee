import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { practices } from "@convene/practices/definition";
import { createHarness } from "@convene/shared/testing/harness";
import { stakeholders } from "@convene/stakeholders/definition";
import { type FileImport, importFile } from "./import-file.ts";

const who = createHarness(stakeholders);
const what = createHarness(practices);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Given = Omit<FileImport, "path" | "dryRun" | "map" | "scheme"> & Partial<FileImport>;

async function importLines(lines: readonly string[], given: Given) {
  const path = join(folder, `${given.kind}.csv`);
  await writeFile(path, lines.join("\r\n"));
  const services = { stakeholders: who.service(), practices: what.service() };
  return importFile(services, { path, dryRun: false, map: [], scheme: "field", ...given });
}

const ORGANISATIONS = ["org_id;name;org_type;country", "a;Ay;Government;KE", "b;Bee;;KE", "c;;;KE"];

describe("the import of a file", () => {
  it("takes organisations in, then where they work, then what they are to each other", async () => {
    const made = await importLines(ORGANISATIONS, { kind: "organisations" });
    expect(made).toMatchObject({
      file: "organisations.csv",
      kind: "organisations",
      dryRun: false,
      created: 2,
      skipped: 1,
      problems: [{ outcome: "skipped", field: "name", rows: 1, lines: [4] }],
    });
    const presence = ["org_id,country,sector", "a,UG,Health", "a,UG,Health", "z,UG,Health"];
    expect(await importLines(presence, { kind: "presence" })).toMatchObject({
      updated: 1,
      unchanged: 1,
      skipped: 1,
    });
    const ties = ["source_org_id,target_org_id,relation", "a,b,FUNDS"];
    expect(await importLines(ties, { kind: "relationships" })).toMatchObject({ created: 1 });
    const [tie] = await who.db().query("SELECT known_from, status FROM relationship");
    expect(tie).toEqual({ known_from: "relationships.csv", status: "CONFIRMED" });
    const [ay] = await who
      .db()
      .query("SELECT category_id, countries FROM organisation WHERE name = 'Ay'");
    expect(ay).toEqual({ category_id: "member-state", countries: ["KE", "UG"] });
  });

  it("hands practices to the service that keeps them", async () => {
    const lines = ["title,summary,objectives,implementers", "A,B,1,Nobody"];
    expect(await importLines(lines, { kind: "practices" })).toMatchObject({
      skipped: 1,
      problems: [{ field: "implementers" }],
    });
  });

  it("loads the vocabularies first, on a database where nothing was started yet", async () => {
    await who.db().query("UPDATE organisation SET category_id = NULL");
    await who.db().query("DELETE FROM stakeholder_category");
    const report = await importLines(ORGANISATIONS, { kind: "organisations" });
    expect(report).toMatchObject({ updated: 1, unchanged: 1 });
  });

  it("tells how far it is, to the end of the file", async () => {
    const told: { bytes: number; total: number; rows: number }[] = [];
    const onProgress = (progress: (typeof told)[number]) => void told.push(progress);
    await importLines(ORGANISATIONS, { kind: "organisations", dryRun: true, onProgress });
    const size = ORGANISATIONS.join("\r\n").length;
    expect(told.at(-1)).toEqual({ bytes: size, total: size, rows: 3 });
  });

  it("refuses a file that does not fit, or is not there", async () => {
    await expect(importLines(["x,y", "1,2"], { kind: "organisations" })).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "name" },
    });
    const gone = { kind: "presence", path: join(folder, "gone.csv") } as const;
    await expect(importLines([], gone)).rejects.toThrow(/There is no file .*gone\.csv/);
  });
});
