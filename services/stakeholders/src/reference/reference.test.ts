import { createHarness } from "@convene/shared/testing/harness";
import { stakeholders } from "../definition.ts";
import { Sector } from "../sector/sector.entity.ts";
import { loadReferenceTable } from "./reference.repository.ts";

const { db, execute, sqlOf } = createHarness(stakeholders);

it("answers the vocabularies in their own order, with what belongs to them", async () => {
  const { data } = await execute(`{
    objectives { number shortTitle roundTable { number titleStatus } }
    guidingPrinciples { letter slug }
    sustainableDevelopmentGoals { number migrationTargets { code link objectives { number } } }
    stakeholderCategories { id isInParagraph44 hrinfoOrganizationType }
    regions { id kind }
    reviewEvents { id kind round commission { id } startDate status stakeholderHearing { start } }
    sectors { id label }
  }`);
  expect(data.objectives).toHaveLength(23);
  expect(data.objectives[0]).toEqual({
    number: 1,
    shortTitle: "Data",
    roundTable: { number: 4, titleStatus: "GENERAL" },
  });
  expect(data.guidingPrinciples.map(({ letter }: { letter: string }) => letter).join("")).toBe(
    "abcdefghij",
  );
  expect(data.sustainableDevelopmentGoals[9].migrationTargets).toContainEqual(
    expect.objectContaining({ code: "10.7", link: "DIRECT" }),
  );
  expect(data.sustainableDevelopmentGoals[0].migrationTargets[0]).toEqual({
    code: "1.3",
    link: "RELATED",
    objectives: [{ number: 22 }],
  });
  expect(data.stakeholderCategories).toHaveLength(17);
  expect(data.stakeholderCategories[1]).toEqual({
    id: "civil-society",
    isInParagraph44: true,
    hrinfoOrganizationType: 441,
  });
  expect(data.regions).toHaveLength(15);
  expect(data.reviewEvents.at(-1)).toMatchObject({
    id: "imrf-2",
    kind: "IMRF",
    round: 2,
    commission: null,
    startDate: "2026-05-05",
    status: "FOUND",
    stakeholderHearing: { start: "2026-05-04" },
  });
  expect(data.reviewEvents[0].commission).toEqual({ id: "ECE" });
  expect(data.sectors.length).toBeGreaterThan(20);
});

it("reads the objectives with their round tables, and events with commissions, in two statements each", async () => {
  const nested = [
    `{ objectives { roundTable { title } } }`,
    `{ reviewEvents { commission { name } } }`,
    `{ sustainableDevelopmentGoals { migrationTargets { objectives { title } } } }`,
  ];
  for (const query of nested) {
    expect(await sqlOf(() => execute(query))).toHaveLength(2);
  }
});

it("adds and changes what the file says, keeps what it no longer lists, and touches nothing else", async () => {
  const sectors = (...labels: [id: string, label: string][]) => ({
    entity: Sector,
    rows: () => labels.map(([id, label]) => Object.assign(new Sector(), { id, label })),
  });
  const load = (...labels: [id: string, label: string][]) =>
    loadReferenceTable(db().manager, sectors(...labels));
  const stored = async () => {
    const query = `SELECT id, label, xmin FROM sector WHERE id LIKE 'test-%' ORDER BY id`;
    const rows: { id: string; label: string; xmin: string }[] = await db().query(query);
    return rows;
  };
  await load(["test-a", "A"], ["test-b", "B"]);
  const before = await stored();
  await load(["test-b", "Be"], ["test-c", "C"]);
  const after = await stored();
  expect(after.map(({ label }) => label)).toEqual(["A", "Be", "C"]);
  expect(after[0]?.xmin).toBe(before[0]?.xmin);
  await load(["test-b", "Be"], ["test-c", "C"]);
  expect(await stored()).toEqual(after);
});
