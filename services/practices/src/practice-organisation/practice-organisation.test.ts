import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import {
  bringTo,
  buildPractice,
  editorOf,
  published,
  stranger,
  tellOrganisation,
} from "../../test/factories.ts";
import { practices } from "../definition.ts";

const harness = createHarness(practices);
const { execute, sqlOf, tell, told } = harness;

const CAST = `{ id implementers { nodes { id } totalCount } partners { nodes { id } totalCount } }`;
const ADD = `mutation ($input: AddPracticeOrganisationInput!) {
  addPracticeOrganisation(input: $input) ${CAST} }`;
const REMOVE = `mutation ($input: RemovePracticeOrganisationInput!) {
  removePracticeOrganisation(input: $input) ${CAST} }`;
const READ = `query ($id: ID!) { practice(id: $id) ${CAST} }`;
const OF = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Organisation { practices(first: 2) { nodes { id } edges { node { id } } totalCount } } } }`;

const code = (result: { errors?: readonly { extensions?: unknown }[] }) =>
  result.errors?.[0]?.extensions;
const cast = (implementers: string[], partners: string[]) => ({
  implementers: { nodes: implementers.map((id) => ({ id })), totalCount: implementers.length },
  partners: { nodes: partners.map((id) => ({ id })), totalCount: partners.length },
});
const keysOf = (ids: string[]) => ids.map((id) => ({ __typename: "Organisation", id }));

async function setUp() {
  const own = await tellOrganisation(harness);
  const practice = await buildPractice(harness, { implementers: [own] });
  return { own, practice, viewer: editorOf(own), other: await tellOrganisation(harness) };
}

describe("addPracticeOrganisation", () => {
  it("adds behind those of the role, and gives a new implementer's editors their say", async () => {
    const { own, practice, viewer, other } = await setUp();
    const third = await tellOrganisation(harness);
    const add = (organisation: string, role: string) =>
      execute(ADD, { viewer, input: { practice, organisation, role } });
    await add(third, "PARTNER");
    const { data } = await add(other, "IMPLEMENTER");
    expect(data.addPracticeOrganisation).toMatchObject(cast([own, other], [third]));
    const seen = await execute(READ, { viewer: editorOf(other), id: practice });
    expect(seen.data.practice).toMatchObject({ id: practice });
    const change = (await told("Practice")).find(({ id }) => id === practice);
    expect(change?.payload).toMatchObject({
      protection: { organisations: [own, other] },
      implementers: [own, other],
      partners: [third],
    });
  });

  it("refuses an anonymous viewer, and who does not answer for the practice", async () => {
    const { own, other } = await setUp();
    const practice = await published(harness, { implementers: [own] });
    const input = { practice, organisation: other, role: "PARTNER" };
    expect(code(await execute(ADD, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    const result = await execute(ADD, { viewer: editorOf(other), input });
    expect(code(result)).toEqual({ code: "FORBIDDEN" });
  });

  it("answers NOT_FOUND for a hidden practice or organisation", async () => {
    const { practice, viewer, other } = await setUp();
    const hidden = await tellOrganisation(harness, { audience: "NOBODY" });
    const input = { practice, organisation: other, role: "PARTNER" };
    const result = await execute(ADD, { viewer: stranger, input });
    expect(code(result)).toMatchObject({ code: "NOT_FOUND", id: practice });
    const unseen = await execute(ADD, { viewer, input: { ...input, organisation: hidden } });
    expect(code(unseen)).toMatchObject({ code: "NOT_FOUND", id: hidden });
  });

  it("refuses an organisation that takes part already, and a role that does not exist", async () => {
    const { own, practice, viewer } = await setUp();
    const input = { practice, organisation: own, role: "PARTNER" };
    const result = await execute(ADD, { viewer, input });
    expect(code(result)).toEqual({ code: "CONFLICT", field: "organisation" });
    const wrong = await execute(ADD, { viewer, input: { ...input, role: "FRIEND" } });
    expect(code(wrong)).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("gives two that come at once two places", async () => {
    const { own, practice, viewer, other } = await setUp();
    const third = await tellOrganisation(harness);
    const add = (organisation: string) =>
      execute(ADD, { viewer, input: { practice, organisation, role: "IMPLEMENTER" } });
    const results = await Promise.all([add(other), add(third)]);
    expect(results.map(code)).toEqual([undefined, undefined]);
    const { data } = await execute(READ, { viewer, id: practice });
    const ids = data.practice.implementers.nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids)).toEqual(new Set([own, other, third]));
  });
});

describe("removePracticeOrganisation", () => {
  it("takes an organisation out, and with it what its editors could see", async () => {
    const { own, other } = await setUp();
    const practice = await buildPractice(harness, { implementers: [own, other] });
    const input = { practice, organisation: other };
    const { data } = await execute(REMOVE, { viewer: editorOf(own), input });
    expect(data.removePracticeOrganisation).toMatchObject(cast([own], []));
    const seen = await execute(READ, { viewer: editorOf(other), id: practice });
    expect(seen.data.practice).toBeNull();
  });

  it("refuses to take the last implementer, or one that is not there", async () => {
    const { own, practice, viewer, other } = await setUp();
    const remove = (organisation: string, by: Viewer = viewer) =>
      execute(REMOVE, { viewer: by, input: { practice, organisation } });
    expect(code(await remove(own))).toEqual({ code: "CONFLICT", field: "organisation" });
    expect(code(await remove(other))).toMatchObject({ code: "NOT_FOUND", id: other });
    expect(code(await remove(own, stranger))).toMatchObject({ code: "NOT_FOUND", id: practice });
  });

  it("refuses an anonymous viewer, and others than its authors", async () => {
    const { own, other } = await setUp();
    const practice = await published(harness, { implementers: [own], partners: [other] });
    const input = { practice, organisation: other };
    expect(code(await execute(REMOVE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    const result = await execute(REMOVE, { viewer: editorOf(other), input });
    expect(code(result)).toEqual({ code: "FORBIDDEN" });
    const author = await execute(REMOVE, { viewer: editorOf(own), input });
    expect(code(author)).toEqual({ code: "CONFLICT", state: "PUBLISHED" });
  });
});

describe("the ties of practices and organisations", () => {
  it("leave out an organisation that is hidden or gone, in lists and counts", async () => {
    const own = await tellOrganisation(harness);
    const hidden = await tellOrganisation(harness, { audience: "ORGANISATION" });
    const gone = await tellOrganisation(harness);
    const id = await published(harness, { implementers: [own, hidden], partners: [gone] });
    await tell("stakeholders", { type: "Organisation", id: gone, payload: null });
    const read = async (viewer: Viewer | null) =>
      (await execute(READ, { viewer, id })).data.practice as object;
    expect(await read(null)).toMatchObject(cast([own], []));
    expect(await read(editorOf(hidden))).toMatchObject(cast([own, hidden], []));
    expect(await read(admin)).toMatchObject(cast([own, hidden], []));
  });

  it("show an organisation only the practices that the viewer may see, the newest first", async () => {
    const own = await tellOrganisation(harness);
    const first = await published(harness, { implementers: [own] });
    const draft = await buildPractice(harness, { implementers: [own] });
    const lead = await tellOrganisation(harness);
    const second = await published(harness, { implementers: [lead], partners: [own] });
    const read = async (viewer: Viewer | null) =>
      (await execute(OF, { viewer, keys: keysOf([own]) })).data._entities[0].practices as object;
    const nodes = (...ids: string[]) => ids.map((id) => ({ id }));
    expect(await read(null)).toMatchObject({ nodes: nodes(second, first), totalCount: 2 });
    expect(await read(editorOf(own))).toMatchObject({ nodes: nodes(second, draft), totalCount: 3 });
  });

  it("cost a fixed number of statements, however many practices and organisations", async () => {
    const [one, two, three] = [
      await tellOrganisation(harness),
      await tellOrganisation(harness),
      await tellOrganisation(harness),
    ];
    for (const implementers of [[one], [two], [three, one]]) {
      await bringTo(
        harness,
        await buildPractice(harness, { implementers, partners: [], type: "other" }),
        "PUBLISHED",
      );
    }
    const fields = `id type { id } implementers { nodes { id } totalCount }
      partners { nodes { id } totalCount }`;
    const practicesRead = await sqlOf(() => execute(`{ practices { nodes { ${fields} } } }`));
    // The page, the types, and a list and a count for each of the two edges.
    expect(practicesRead).toHaveLength(6);
    const keys = keysOf([one, two, three]);
    // The organisations, the ties, their counts, the practices.
    expect(await sqlOf(() => execute(OF, { keys }))).toHaveLength(4);
  });
});
