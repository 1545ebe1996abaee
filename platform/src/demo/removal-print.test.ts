import type { Survey } from "@convene/shared/removal/survey";
import pc from "picocolors";
import { planRemoval } from "./removal-plan.ts";
import { formatRemoval } from "./removal-print.ts";

const colours = pc.createColors(false);

const record = (id: string, kind: string, label: string | null = null) => ({
  id,
  kind,
  label,
  mark: "as made",
});

const surveys: Record<string, Survey> = {
  stakeholders: {
    found: [
      record("org_1", "organisations", "One\u001b[2J"),
      { ...record("org_2", "organisations", "Two"), mark: "otherwise" },
      record("org_3", "organisations", "Three"),
      record("rel_1", "relationships"),
    ],
    references: [{ from: "rel_1", kind: "relationships", to: "org_3" }],
  },
  "working-groups": {
    found: [record("grp_1", "working groups", "Group"), record("sea_1", "seats")],
    references: [
      { from: "sea_1", kind: "seats", to: "org_3" },
      { from: "sea_1", kind: "seats", to: "grp_1" },
      { from: "sea_8", kind: "seats", to: "grp_1" },
      { from: "sea_9", kind: "seats", to: "grp_1" },
      { from: "grp_1", kind: "working groups", to: "org_1" },
    ],
  },
};

const ids = (...all: string[]) => Object.fromEntries(all.map((id) => [id, "as made"]));
const made = {
  stakeholders: ids("org_1", "org_2", "org_3", "rel_1"),
  "working-groups": ids("grp_1", "sea_1"),
};

it("keeps what was edited, what others name, and what these name; the rest goes", () => {
  const { go, kept, counts } = planRemoval(made, surveys);
  expect(kept.map(({ id, reason }) => [id, reason.because])).toEqual([
    ["org_1", "needed"],
    ["org_2", "edited"],
    ["grp_1", "named"],
  ]);
  expect([...(go["stakeholders"]?.keys() ?? [])]).toEqual(["org_3", "rel_1"]);
  expect([...(go["working-groups"]?.keys() ?? [])]).toEqual(["sea_1"]);
  expect(counts).toEqual({ organisations: 1, relationships: 1, seats: 1 });
});

it("tells what names a record that is gone already", () => {
  const late = { from: "sea_7", kind: "seats", to: "org_4" };
  const some = { ...surveys, practices: { found: [], references: [late] } };
  const plan = planRemoval({ ...made, more: ids("org_4") }, some);
  expect(plan.dangling).toEqual([late]);
  const text = formatRemoval({ dryRun: false, ...plan }, colours);
  expect(text).toMatch(/\n\nNames what is gone: seats sea_7\n\n$/);
});

it("prints what went and what stayed, with the reasons, and no command to a terminal", () => {
  expect(formatRemoval({ dryRun: true, ...planRemoval(made, surveys) }, colours)).toBe(`
Removal of the demo network
Dry run: nothing was removed. This is what would have gone.

  organisations          1
  relationships          1
  seats                  1
  ────────────────────────
  records                3

3 records would stay

  organisations
    One\ufffd[2J  org_1
      named by what stays: working groups grp_1
    Two  org_2
      somebody has edited it

  working groups
    Group  grp_1
      named by what is not of the demo network: seats sea_8, sea_9

`);
});
