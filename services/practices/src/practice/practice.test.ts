import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  bringTo,
  buildPractice,
  editorOf,
  practiceInput,
  published,
  reviewer,
  stranger,
  tellOrganisation,
} from "../../test/factories.ts";
import { practices } from "../definition.ts";

const harness = createHarness(practices);
const { execute, told, tell } = harness;

const CREATE = `mutation ($input: CreatePracticeInput!) { createPractice(input: $input) {
  id title summary type { id label } language state publishedAt countries startDate endDate
  objectives { number } guidingPrinciples { letter } sdgs { number } viewerCanEdit
  implementers { nodes { id } totalCount } partners { nodes { id } totalCount } } }`;
const READ = `query ($id: ID!) { practice(id: $id) { title state viewerCanEdit } }`;

const code = (result: { errors?: readonly { extensions?: unknown }[] }) =>
  result.errors?.[0]?.extensions;

describe("createPractice", () => {
  it("enters a draft with its organisations, which the feed tells", async () => {
    const implementer = await tellOrganisation(harness);
    const partner = await tellOrganisation(harness);
    const input = practiceInput({
      title: "  Community casework  ",
      type: "service-provision",
      language: "en",
      objectives: [13, 12, 13],
      guidingPrinciples: ["f", "A"],
      sdgs: [16, 10],
      countries: ["KE", "GB"],
      startDate: "2021-09-01",
      implementers: [implementer],
      partners: [partner],
    });
    const { data, errors } = await execute(CREATE, { viewer: editorOf(implementer), input });
    expect(errors).toBeUndefined();
    expect(data.createPractice).toEqual({
      id: expect.stringMatching(/^prc_/),
      title: "Community casework",
      summary: "One caseworker and one written plan for each person.",
      type: { id: "service-provision", label: "Service provision" },
      language: "en",
      state: "DRAFT",
      publishedAt: null,
      countries: ["GB", "KE"],
      startDate: "2021-09-01",
      endDate: null,
      objectives: [{ number: 12 }, { number: 13 }],
      guidingPrinciples: [{ letter: "a" }, { letter: "f" }],
      sdgs: [{ number: 10 }, { number: 16 }],
      viewerCanEdit: true,
      implementers: { nodes: [{ id: implementer }], totalCount: 1 },
      partners: { nodes: [{ id: partner }], totalCount: 1 },
    });
    const change = (await told("Practice")).find(({ id }) => id === data.createPractice.id);
    expect(change?.payload).toEqual({
      protection: { audience: "ORGANISATION", organisations: [implementer], networks: [] },
      title: "Community casework",
      summary: "One caseworker and one written plan for each person.",
      type: "service-provision",
      language: "en",
      objectives: [12, 13],
      guidingPrinciples: ["a", "f"],
      sdgs: [10, 16],
      countries: ["GB", "KE"],
      implementers: [implementer],
      partners: [partner],
      state: "DRAFT",
      publishedAt: null,
      startDate: "2021-09-01",
      endDate: null,
    });
  });

  it("refuses an anonymous viewer, and a key that may only read", async () => {
    const input = practiceInput({ implementers: [await tellOrganisation(harness)] });
    expect(code(await execute(CREATE, { input }))).toMatchObject({ code: "UNAUTHENTICATED" });
    const viewer = buildViewer({ kind: "key", scopes: ["read"], platform: ["ADMIN"] });
    expect(code(await execute(CREATE, { viewer, input }))).toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses who edits none of the implementers, an editor of a partner too", async () => {
    const implementer = await tellOrganisation(harness);
    const partner = await tellOrganisation(harness);
    const input = practiceInput({ implementers: [implementer], partners: [partner] });
    const delegate = buildViewer({ organisations: [{ id: implementer, role: "DELEGATE" }] });
    for (const viewer of [stranger, delegate, editorOf(partner), reviewer]) {
      expect(code(await execute(CREATE, { viewer, input }))).toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("answers NOT_FOUND for an organisation that is unknown, gone or hidden", async () => {
    const own = await tellOrganisation(harness);
    const hidden = await tellOrganisation(harness, { audience: "NOBODY" });
    const gone = await tellOrganisation(harness);
    await tell("stakeholders", { type: "Organisation", id: gone, payload: null });
    for (const partner of [hidden, gone, "org_unknown"]) {
      const input = practiceInput({ implementers: [own], partners: [partner] });
      const result = await execute(CREATE, { viewer: editorOf(own), input });
      expect(code(result)).toMatchObject({ code: "NOT_FOUND", id: partner });
    }
  });

  it.each([
    ["title", { title: "  " }],
    ["title", { title: "…" }],
    ["summary", { summary: "x".repeat(5_001) }],
    ["objectives", { objectives: [] }],
    ["objectives", { objectives: [24] }],
    ["guidingPrinciples", { guidingPrinciples: ["k"] }],
    ["sdgs", { sdgs: [0] }],
    ["type", { type: "miracle" }],
    ["endDate", { startDate: "2024-02-01", endDate: "2024-01-31" }],
    ["implementers", { implementers: [] }],
    ["partners", { partners: ["org_same"], implementers: ["org_same"] }],
  ])("refuses a bad %s", async (field, wrong) => {
    const input = practiceInput({ implementers: [await tellOrganisation(harness)], ...wrong });
    const result = await execute(CREATE, { viewer: admin, input });
    expect(code(result)).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  it("enters it once for one idempotency key, also at the same moment", async () => {
    const own = await tellOrganisation(harness);
    const input = practiceInput({ implementers: [own], idempotencyKey: "once" });
    const send = () => execute(CREATE, { viewer: editorOf(own), input });
    const results = [...(await Promise.all([send(), send()])), await send()];
    const ids = results.map(({ data }) => data.createPractice.id as string);
    expect(new Set(ids).size).toBe(1);
  });

  it("lets the secretariat of an implementer's network enter it, see it and change it", async () => {
    const implementer = await tellOrganisation(harness, { networks: ["net_uk"] });
    const secretary = (network: string) =>
      buildViewer({ id: `acc_${network}`, networks: [{ id: network, role: "SECRETARIAT" }] });
    const input = practiceInput({ implementers: [implementer] });
    const other = await execute(CREATE, { viewer: secretary("net_other"), input });
    expect(code(other)).toMatchObject({ code: "FORBIDDEN" });
    const { data } = await execute(CREATE, { viewer: secretary("net_uk"), input });
    const { id } = data.createPractice;
    const seen = await execute(READ, { viewer: secretary("net_uk"), id });
    expect(seen.data.practice).toMatchObject({ viewerCanEdit: true });
    const unseen = await execute(READ, { viewer: secretary("net_other"), id });
    expect(unseen.data.practice).toBeNull();
    const others = await buildPractice(harness, { implementers: [implementer] });
    const notTheirs = await execute(READ, { viewer: secretary("net_uk"), id: others });
    expect(notTheirs.data.practice).toBeNull();
  });
});

describe("who sees a practice", () => {
  it("is everybody once it is published, and before that its implementers and admins", async () => {
    const implementer = await tellOrganisation(harness);
    const partner = await tellOrganisation(harness);
    const id = await buildPractice(harness, { implementers: [implementer], partners: [partner] });
    const sees = async (viewer: typeof stranger | null) =>
      (await execute(READ, { viewer, id })).data.practice !== null;
    const delegate = buildViewer({ organisations: [{ id: implementer, role: "DELEGATE" }] });
    const all = [
      null,
      stranger,
      editorOf(partner),
      reviewer,
      delegate,
      editorOf(implementer),
      admin,
    ];
    const seenBy = () => Promise.all(all.map(sees));
    expect(await seenBy()).toEqual([false, false, false, false, true, true, true]);
    await bringTo(harness, id, "SUBMITTED");
    expect(await seenBy()).toEqual([false, false, false, true, true, true, true]);
    const open = await published(harness, { implementers: [implementer] });
    expect((await execute(READ, { id: open })).data.practice).toMatchObject({ state: "PUBLISHED" });
  });

  it("answers null for an id that does not exist", async () => {
    const { data, errors } = await execute(READ, { viewer: admin, id: "prc_nothing" });
    expect([data, errors]).toEqual([{ practice: null }, undefined]);
  });
});

it("resolves references by key, and null for what is gone or hidden", async () => {
  const open = await published(harness);
  const draft = await buildPractice(harness);
  const organisation = await tellOrganisation(harness);
  const hidden = await tellOrganisation(harness, { audience: "NOBODY" });
  const gone = await tellOrganisation(harness);
  await tell("stakeholders", { type: "Organisation", id: gone, payload: null });
  const keys = [
    ...[open, draft, "prc_gone"].map((id) => ({ __typename: "Practice", id })),
    ...[organisation, hidden, gone].map((id) => ({ __typename: "Organisation", id })),
  ];
  const { data, errors } = await execute(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on Practice { id state } ... on Organisation { id practices { totalCount } } } }`,
    { keys },
  );
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual([
    { id: open, state: "PUBLISHED" },
    null,
    null,
    { id: organisation, practices: { totalCount: 0 } },
    null,
    null,
  ]);
});
