import { readFileSync } from "node:fs";

interface NetworkGroup {
  readonly id: string;
  readonly workplan: string;
  readonly name: string | null;
  readonly objectives: readonly number[];
  readonly coLeads: readonly string[];
  readonly coLeadsStatus: string;
  readonly coLeadsAsOf: string | null;
  readonly members: readonly string[];
  readonly membersAsOf: string | null;
  readonly status: string;
  readonly source: string | null;
}
interface ReferenceFile {
  readonly source: string;
  readonly note: string;
  readonly executiveCommittee: { members: string[]; asOf: string; source: string };
  readonly workplans: readonly { id: string; status: string; startYear: number; endYear: number }[];
  readonly items: readonly NetworkGroup[];
}

const file = JSON.parse(
  readFileSync(new URL("./unnm-working-groups.json", import.meta.url), "utf8"),
) as ReferenceFile;

describe("the working groups of the UN Network on Migration", () => {
  it("say where the list comes from and how to read it", () => {
    expect(file.source).toMatch(/migrationnetwork\.un\.org/);
    expect(file.note).toMatch(/co-leads and members change/);
  });

  it("each have one id and a status, and a source when they were found", () => {
    expect(new Set(file.items.map(({ id }) => id)).size).toBe(file.items.length);
    expect(file.items).toHaveLength(17);
    for (const { status, source, name } of file.items) {
      expect(["found", "not-found"]).toContain(status);
      expect(source === null).toBe(status === "not-found");
      expect(name === null).toBe(status === "not-found");
    }
  });

  it("name co-leads exactly where they were found", () => {
    for (const { coLeads, coLeadsStatus } of file.items) {
      expect(coLeads.length > 0).toBe(coLeadsStatus === "found");
      expect(new Set(coLeads).size).toBe(coLeads.length);
    }
  });

  it("leave the unknown group and the unknown workplan open, for an editor to fill", () => {
    expect(file.items.filter(({ status }) => status === "not-found").map(({ id }) => id)).toEqual([
      "TWG-1",
    ]);
    expect(file.workplans.find(({ id }) => id === "2025-2028")?.status).toBe("not-found");
  });

  it("belong to a dated workplan, and date their members where the source is dated", () => {
    const workplans = new Map(file.workplans.map((workplan) => [workplan.id, workplan]));
    for (const group of file.items) {
      const workplan = workplans.get(group.workplan);
      expect(workplan?.endYear).toBeGreaterThan(workplan?.startYear ?? Infinity);
      for (const month of [group.coLeadsAsOf, group.membersAsOf]) {
        if (month !== null) expect(month).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
      }
    }
  });

  it("link to objectives between 1 and 23", () => {
    for (const number of file.items.flatMap(({ objectives }) => objectives)) {
      expect(number).toBeGreaterThanOrEqual(1);
      expect(number).toBeLessThanOrEqual(23);
    }
  });

  it("stand beside the eight members of the Executive Committee, dated and sourced", () => {
    expect(file.executiveCommittee.members).toHaveLength(8);
    expect(file.executiveCommittee.asOf).toBe("2019-11");
    expect(file.executiveCommittee.source).toMatch(/^https:/);
  });
});
