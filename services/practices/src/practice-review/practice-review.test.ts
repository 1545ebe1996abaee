import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  bringTo,
  buildPractice,
  editorOf,
  reviewer,
  stranger,
  tellOrganisation,
} from "../../test/factories.ts";
import { practices } from "../definition.ts";
import { PRACTICE_STEPS } from "../practice/practice.policy.ts";

const harness = createHarness(practices);
const { execute, told } = harness;

const FIELDS = `{ state publishedAt viewerCanEdit viewerCanSubmit viewerCanReview viewerCanPublish
  viewerCanWithdraw }`;
const STEPS = [
  { step: "submit", name: "submitPractice", reached: "SUBMITTED" },
  { step: "review", name: "startPracticeReview", reached: "UNDER_REVIEW" },
  { step: "publish", name: "publishPractice", reached: "PUBLISHED" },
  { step: "withdraw", name: "withdrawPractice", reached: "WITHDRAWN" },
] as const;

const mutation = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) ${FIELDS} }`;
const code = (result: { errors?: readonly { extensions?: unknown }[] }) =>
  result.errors?.[0]?.extensions;

/** A practice in a state, and the editor of its implementer. */
async function inState(state: string) {
  const implementer = await tellOrganisation(harness);
  const id = await buildPractice(harness, { implementers: [implementer] });
  if (state !== "DRAFT") await bringTo(harness, id, state as "SUBMITTED");
  return { id, editor: editorOf(implementer), implementer };
}

describe("the way of a practice", () => {
  it("leads from draft to publication, and the feed tells who sees it", async () => {
    const { id, editor, implementer } = await inState("DRAFT");
    const go = async (name: string, viewer: typeof editor) =>
      (await execute(mutation(name), { viewer, input: { id } })).data[name] as object;
    const protection = async () =>
      (await told("Practice")).find((change) => change.id === id)?.payload;
    expect(await go("submitPractice", editor)).toMatchObject({
      state: "SUBMITTED",
      viewerCanEdit: true,
      viewerCanSubmit: false,
      viewerCanReview: false,
      viewerCanWithdraw: true,
    });
    expect(await go("startPracticeReview", reviewer)).toMatchObject({
      state: "UNDER_REVIEW",
      viewerCanEdit: false,
      viewerCanPublish: true,
      viewerCanWithdraw: false,
    });
    const before = Date.now();
    const result = await go("publishPractice", reviewer);
    expect(result).toMatchObject({ state: "PUBLISHED", viewerCanPublish: false });
    const { publishedAt } = result as { publishedAt: string };
    expect(Math.abs(Date.parse(publishedAt) - before)).toBeLessThan(10_000);
    expect(await protection()).toMatchObject({
      protection: { audience: "PUBLIC", organisations: [implementer] },
      state: "PUBLISHED",
      publishedAt,
    });
    expect(await go("withdrawPractice", editor)).toMatchObject({
      state: "WITHDRAWN",
      publishedAt: null,
      viewerCanEdit: true,
      viewerCanSubmit: true,
    });
    expect(await protection()).toMatchObject({ protection: { audience: "ORGANISATION" } });
  });

  it.each(STEPS)("takes $name from its states alone", async ({ step, name, reached }) => {
    const from: readonly string[] = PRACTICE_STEPS[step].from;
    for (const state of ["DRAFT", "SUBMITTED", "UNDER_REVIEW", "PUBLISHED", "WITHDRAWN"]) {
      const { id } = await inState(state);
      const result = await execute(mutation(name), { viewer: admin, input: { id } });
      if (from.includes(state)) expect(result.data[name]).toMatchObject({ state: reached });
      else expect(code(result)).toEqual({ code: "CONFLICT", state });
    }
  });

  it.each(STEPS)("refuses $name to an anonymous viewer", async ({ step, name }) => {
    const { id } = await inState(PRACTICE_STEPS[step].from[0]);
    const result = await execute(mutation(name), { input: { id } });
    expect(code(result)).toEqual({ code: "UNAUTHENTICATED" });
  });

  it.each(STEPS)("hides from a stranger whether there is what to $name", async ({ step, name }) => {
    const { id } = await inState(PRACTICE_STEPS[step].from[0]);
    for (const asked of [id, "prc_nothing"]) {
      const result = await execute(mutation(name), { viewer: stranger, input: { id: asked } });
      expect(code(result)).toEqual({ code: "NOT_FOUND", type: "Practice", id: asked });
    }
  });

  it.each(STEPS)("refuses $name to who sees it and has no say", async ({ step, name }) => {
    const { id, editor, implementer } = await inState(PRACTICE_STEPS[step].from.at(-1) ?? "");
    const delegate = buildViewer({ organisations: [{ id: implementer, role: "DELEGATE" }] });
    const bystanders = step === "submit" || step === "withdraw" ? [delegate] : [editor, delegate];
    for (const viewer of bystanders) {
      const result = await execute(mutation(name), { viewer, input: { id } });
      expect(code(result)).toEqual({ code: "FORBIDDEN" });
    }
  });

  it("never lets a reviewer or an admin judge a practice of their own organisation", async () => {
    for (const role of ["OWNER", "EDITOR", "DELEGATE"] as const) {
      for (const platform of ["REVIEWER", "ADMIN"] as const) {
        const { id, implementer } = await inState("UNDER_REVIEW");
        const viewer = buildViewer({
          id: `acc_${id}`,
          platform: [platform],
          organisations: [{ id: implementer, role }],
        });
        const { errors } = await execute(mutation("publishPractice"), { viewer, input: { id } });
        expect(errors?.[0]?.message).toMatch(/conflict of interest/);
        expect(errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
        const { data } = await execute(`query ($id: ID!) { practice(id: $id) ${FIELDS} }`, {
          viewer,
          id,
        });
        expect(data.practice).toMatchObject({ viewerCanPublish: false });
      }
    }
  });
});

describe("publishPractice", () => {
  it("takes an earlier date of publication from an admin alone", async () => {
    const send = async (viewer: typeof admin, publishedAt: string) => {
      const { id } = await inState("UNDER_REVIEW");
      return execute(mutation("publishPractice"), { viewer, input: { id, publishedAt } });
    };
    const { data } = await send(admin, "2025-02-12T00:00:00Z");
    expect(data.publishPractice.publishedAt).toBe("2025-02-12T00:00:00.000Z");
    expect(code(await send(reviewer, "2025-02-12T00:00:00Z"))).toEqual({ code: "FORBIDDEN" });
    const late = await send(admin, "2999-01-01T00:00:00Z");
    expect(code(late)).toMatchObject({ code: "BAD_USER_INPUT", field: "publishedAt" });
    const wrong = await send(admin, "yesterday");
    expect(code(wrong)).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("answers the same for the same idempotency key", async () => {
    const { id } = await inState("UNDER_REVIEW");
    const send = () =>
      execute(mutation("publishPractice"), {
        viewer: reviewer,
        input: { id, idempotencyKey: "publish-once" },
      });
    const [first, second] = [await send(), await send()];
    expect(first.data.publishPractice.state).toBe("PUBLISHED");
    expect(second.data).toEqual(first.data);
  });
});
