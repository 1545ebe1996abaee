import { Audience } from "@convene/shared/audience";
import { ConnectionArgs } from "@convene/shared/connection/connection";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";
import {
  bringTo,
  buildPractice,
  editorOf,
  published,
  reviewer,
  tellOrganisation,
} from "../../test/factories.ts";
import { practices } from "../definition.ts";
import { Practice } from "./practice.entity.ts";
import { canSeePractice } from "./practice.policy.ts";
import { PracticeRepository } from "./practice.repository.ts";

const harness = createHarness(practices);
const { execute, sqlOf, db } = harness;

const LIST = `query ($filter: PracticeFilter, $first: Int! = 100, $after: String) {
  practices(filter: $filter, first: $first, after: $after) {
    nodes { id state } totalCount pageInfo { hasNextPage endCursor } } }`;

interface Page {
  nodes: { id: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const list = async (variables: object, viewer: Viewer | null = admin): Promise<Page> => {
  const { data, errors } = await execute(LIST, { viewer, ...variables });
  expect(errors).toBeUndefined();
  return data.practices as Page;
};
const idsOf = async (filter: object, viewer: Viewer | null = admin) =>
  (await list({ filter }, viewer)).nodes.map(({ id }) => id);

describe("practices", () => {
  it("filters by each facet, and by all of them together", async () => {
    const implementer = await tellOrganisation(harness);
    const partner = await tellOrganisation(harness);
    const one = await published(harness, {
      implementers: [implementer],
      partners: [partner],
      objectives: [5, 18],
      guidingPrinciples: ["a", "j"],
      sdgs: [4, 8],
      countries: ["NP", "GB"],
      type: "research-or-data",
    });
    const other = await buildPractice(harness, {
      implementers: [implementer],
      objectives: [18],
      guidingPrinciples: ["j"],
      sdgs: [8],
      countries: ["NP"],
    });
    const both = { organisations: { anyOf: [implementer] } };
    const matching = async (filter: object) => new Set(await idsOf({ ...both, ...filter }));
    const only = new Set([one]);
    const all = new Set([one, other]);
    expect(await matching({})).toEqual(all);
    expect(await matching({ objectives: { anyOf: [5, 1] } })).toEqual(only);
    expect(await matching({ objectives: { anyOf: [18] } })).toEqual(all);
    expect(await matching({ objectives: { allOf: [5, 18] } })).toEqual(only);
    expect(await matching({ objectives: { noneOf: [5] } })).toEqual(new Set([other]));
    expect(await matching({ objectives: { anyOf: [] } })).toEqual(new Set());
    expect(await matching({ objectives: { allOf: [], noneOf: [] }, sdgs: {} })).toEqual(all);
    expect(await matching({ guidingPrinciples: { anyOf: ["a"] } })).toEqual(only);
    expect(await matching({ sdgs: { anyOf: [4] } })).toEqual(only);
    expect(await matching({ countries: { anyOf: ["GB"] } })).toEqual(only);
    expect(await matching({ types: { anyOf: ["research-or-data"] } })).toEqual(only);
    expect(await matching({ types: { noneOf: ["research-or-data"] } })).toEqual(new Set([other]));
    expect(await matching({ states: { anyOf: ["DRAFT"] } })).toEqual(new Set([other]));
    expect(await matching({ organisations: { allOf: [implementer, partner] } })).toEqual(only);
    expect(await matching({ organisations: { anyOf: [implementer], noneOf: [partner] } })).toEqual(
      new Set([other]),
    );
    expect(await matching({ publishedSince: "2020-01-01T00:00:00Z" })).toEqual(only);
    expect(await matching({ publishedSince: "2999-01-01T00:00:00Z" })).toEqual(new Set());
  });

  it("does not tell by a filter where a hidden organisation takes part", async () => {
    const hidden = await tellOrganisation(harness, { audience: "NOBODY" });
    const id = await published(harness, { implementers: [hidden], objectives: [21] });
    const about = { objectives: { anyOf: [21] } };
    expect(await idsOf(about, null)).toContain(id);
    expect(await idsOf({ ...about, organisations: { anyOf: [hidden] } }, null)).toEqual([]);
    expect(await idsOf({ ...about, organisations: { noneOf: [hidden] } }, null)).toContain(id);
    expect(await idsOf({ organisations: { anyOf: [hidden] } }, editorOf(hidden))).toEqual([id]);
  });

  it("refuses more than a hundred values, a number that is none, and a page of a hundred and one", async () => {
    const organisations = { anyOf: Array.from({ length: 101 }, (_, index) => `org_${index}`) };
    const refused: [object, string][] = [
      [{ filter: { organisations } }, "filter.organisations.anyOf"],
      [{ filter: { sdgs: { noneOf: [18] } } }, "filter.sdgs.noneOf"],
      [{ first: 101 }, "first"],
      [{ first: -1 }, "first"],
    ];
    for (const [variables, field] of refused) {
      const { errors } = await execute(LIST, { viewer: admin, ...variables });
      expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field });
    }
  });

  it("walks from what was published last to the oldest draft, two statements a page", async () => {
    const implementers = [await tellOrganisation(harness)];
    const entered: string[] = [];
    for (let count = 0; count < 3; count++) {
      entered.push(await buildPractice(harness, { implementers }));
    }
    const [first = "", second = "", third = ""] = entered;
    await bringTo(harness, first, "PUBLISHED");
    const filter = { organisations: { anyOf: implementers } };
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await list({ filter, first: 1, after });
      expect(page.totalCount).toBe(3);
      walked.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked).toEqual([first, third, second]);
    expect(await sqlOf(() => list({ filter, first: 2 }))).toHaveLength(2);
  });
});

it("shows in lists exactly what the policy lets the viewer see", async () => {
  const organisations = [await tellOrganisation(harness), await tellOrganisation(harness)];
  for (const implementer of organisations) {
    await buildPractice(harness, { implementers: [implementer] });
    for (const state of ["SUBMITTED", "UNDER_REVIEW", "PUBLISHED", "WITHDRAWN"] as const) {
      await bringTo(harness, await buildPractice(harness, { implementers: [implementer] }), state);
    }
  }
  await db().query(`UPDATE practice SET steward = 'net_a' WHERE organisations[1] = $1`, [
    organisations[0],
  ]);
  const rows = await db().manager.find(Practice);
  const role = <T>(ids: readonly string[], roles: readonly T[]) =>
    fc.array(fc.record({ id: fc.constantFrom(...ids), role: fc.constantFrom(...roles) }), {
      maxLength: 2,
    });
  const viewers = fc.option(
    fc.record({
      organisations: role(organisations, ["OWNER", "EDITOR", "DELEGATE"] as const),
      networks: role(["net_a", "net_b"], ["SECRETARIAT", "MEMBER"] as const),
      platform: fc.subarray(["ADMIN", "MODERATOR", "REVIEWER"] as const),
    }),
  );
  const repository = new PracticeRepository(db().manager);
  const everything = Object.assign(new ConnectionArgs(), { first: 100 });
  await fc.assert(
    fc.asyncProperty(viewers, async (roles) => {
      const viewer = roles && buildViewer(roles);
      const shown = await repository.list(viewer, null, everything);
      const allowed = rows.filter((row) => canSeePractice(viewer, row));
      expect(new Set(shown.nodes.map(({ id }) => id))).toEqual(
        new Set(allowed.map(({ id }) => id)),
      );
      expect(await shown.totalCount()).toBe(allowed.length);
    }),
    { numRuns: 25 },
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThanOrEqual(100);
  expect(
    rows.some((row) => canSeePractice(reviewer, row) && row.audience !== Audience.PUBLIC),
  ).toBe(true);
});
