import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import {
  bringTo,
  buildPractice,
  editorOf,
  reviewer,
  stranger,
  tellOrganisation,
} from "../../test/factories.ts";
import { practices } from "../definition.ts";

const harness = createHarness(practices);
const { execute, told } = harness;

const UPDATE = `mutation ($input: UpdatePracticeInput!) { updatePractice(input: $input) {
  title summary countries startDate endDate type { id } viewerCanEdit } }`;

const code = (result: { errors?: readonly { extensions?: unknown }[] }) =>
  result.errors?.[0]?.extensions;

describe("updatePractice", () => {
  it("changes what is given, keeps what is not, and tells it", async () => {
    const implementer = await tellOrganisation(harness);
    const id = await buildPractice(harness, {
      implementers: [implementer],
      countries: ["GB"],
      startDate: "2021-01-01",
      type: "other",
    });
    const input = { id, title: "Casework", startDate: null, endDate: "2024-05-06", type: null };
    const { data, errors } = await execute(UPDATE, { viewer: editorOf(implementer), input });
    expect(errors).toBeUndefined();
    expect(data.updatePractice).toEqual({
      title: "Casework",
      summary: "One caseworker and one written plan for each person.",
      countries: ["GB"],
      startDate: null,
      endDate: "2024-05-06",
      type: null,
      viewerCanEdit: true,
    });
    const change = (await told("Practice")).find((one) => one.id === id);
    expect(change).toMatchObject({ version: 2, payload: { title: "Casework", startDate: null } });
  });

  it("changes it once for one idempotency key", async () => {
    const id = await buildPractice(harness);
    const input = { id, title: "Once", idempotencyKey: "update-once" };
    await execute(UPDATE, { viewer: admin, input });
    const { data } = await execute(UPDATE, { viewer: admin, input });
    expect(data.updatePractice.title).toBe("Once");
    expect((await told("Practice")).find((one) => one.id === id)?.version).toBe(2);
    const other = await execute(UPDATE, { viewer: admin, input: { ...input, title: "Twice" } });
    expect(code(other)).toMatchObject({ code: "CONFLICT", field: "idempotencyKey" });
  });

  it("refuses an anonymous viewer", async () => {
    const input = { id: await buildPractice(harness), title: "Mine" };
    expect(code(await execute(UPDATE, { input }))).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("answers NOT_FOUND for a practice that is hidden or missing", async () => {
    for (const id of [await buildPractice(harness), "prc_nothing"]) {
      const result = await execute(UPDATE, { viewer: stranger, input: { id, title: "Mine" } });
      expect(code(result)).toMatchObject({ code: "NOT_FOUND", id });
    }
  });

  it("refuses who sees it and does not answer for it", async () => {
    const partner = await tellOrganisation(harness);
    const id = await bringTo(harness, await buildPractice(harness), "SUBMITTED");
    const open = await bringTo(
      harness,
      await buildPractice(harness, { partners: [partner] }),
      "PUBLISHED",
    );
    const tried = [
      await execute(UPDATE, { viewer: reviewer, input: { id, title: "Mine" } }),
      await execute(UPDATE, { viewer: editorOf(partner), input: { id: open, title: "Mine" } }),
    ];
    expect(tried.map(code)).toEqual([{ code: "FORBIDDEN" }, { code: "FORBIDDEN" }]);
  });

  it("refuses its editors while it is reviewed or published, but not an admin", async () => {
    const implementer = await tellOrganisation(harness);
    const viewer = editorOf(implementer);
    for (const state of ["UNDER_REVIEW", "PUBLISHED"] as const) {
      const draft = await buildPractice(harness, { implementers: [implementer] });
      const input = { id: await bringTo(harness, draft, state), title: "Changed" };
      expect(code(await execute(UPDATE, { viewer, input }))).toEqual({ code: "CONFLICT", state });
      const { data } = await execute(UPDATE, { viewer: admin, input });
      expect(data.updatePractice.title).toBe("Changed");
    }
  });

  it.each([
    ["title", { title: null }],
    ["summary", { summary: " " }],
    ["objectives", { objectives: [] }],
    ["endDate", { endDate: "2020-12-31" }],
    ["type", { type: "miracle" }],
  ])("refuses a bad %s", async (field, wrong) => {
    const id = await buildPractice(harness, { startDate: "2021-01-01" });
    const result = await execute(UPDATE, { viewer: admin, input: { id, ...wrong } });
    expect(code(result)).toMatchObject({ code: "BAD_USER_INPUT", field });
  });
});
