import { createHarness } from "@convene/shared/testing/harness";
import { workingGroups } from "../definition.ts";

const { db, execute, service, sqlOf, told } = createHarness(workingGroups);

const LIST = `{ unnmWorkplans { code label startYear endYear status statusNote basis
  groups { code kind name objectives { number } coLeads coLeadsStatus coLeadsAsOf members
    membersAsOf status statusNote source } } }`;

interface Listed {
  readonly code: string;
  readonly groups: readonly { code: string; status: string; source: string | null }[];
}

const list = async () => (await execute(LIST)).data.unnmWorkplans as Listed[];

describe("unnmWorkplans", () => {
  it("are three, in their order, the last with no group that a source describes", async () => {
    const workplans = await list();
    expect(workplans.map(({ code, groups }) => [code, groups.length])).toEqual([
      ["2019-2022", 10],
      ["2022-2024", 7],
      ["2025-2028", 0],
    ]);
    expect(workplans[2]).toMatchObject({ status: "NOT_FOUND", groups: [] });
  });

  it("tell of each group by name who led it and took part, when, and where that was read", async () => {
    const [first] = await list();
    expect(first?.groups.map(({ code }) => code).slice(0, 5)).toEqual([
      "CWG-1.2",
      "CWG-2.1",
      "CWG-2.2",
      "TWG-1",
      "TWG-2",
    ]);
    expect(first?.groups.find(({ code }) => code === "TWG-4")).toMatchObject({
      kind: "thematic",
      name: "Bilateral Labour Migration Agreements",
      objectives: [{ number: 5 }, { number: 6 }],
      coLeads: ["ILO", "IOM"],
      coLeadsStatus: "FOUND",
      coLeadsAsOf: null,
      members: expect.arrayContaining(["ITUC", "PICUM"]) as string[],
      membersAsOf: "2022-02",
      status: "FOUND",
      source: expect.stringContaining("WCMS_837529") as string,
    });
    expect(first?.groups.find(({ code }) => code === "TWG-1")).toMatchObject({
      name: null,
      status: "NOT_FOUND",
      source: null,
    });
  });

  it("are no live groups: neither listed nor told as such", async () => {
    const { data } = await execute(`{ workingGroups { totalCount } }`);
    expect(data.workingGroups.totalCount).toBe(0);
    expect(await told("WorkingGroup")).toEqual([]);
  });

  it("cost two statements", async () => {
    expect(await sqlOf(list)).toHaveLength(2);
  });

  it("become what the file says again, whatever stood there", async () => {
    const before = await list();
    await db().query(`
      INSERT INTO unnm_workplan VALUES ('1999', 'Old', 1999, 2000, null, 'FOUND', null);
      UPDATE unnm_group SET name = 'Changed', workplan_code = '1999' WHERE code = 'TWG-2';
      UPDATE unnm_group SET code = 'TWG-99' WHERE code = 'TWG-3';
    `);
    await workingGroups.loadReference?.(service().parts);
    expect(await list()).toEqual(before);
  });
});
