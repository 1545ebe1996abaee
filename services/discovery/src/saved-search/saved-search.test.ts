import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { newId } from "@convene/shared/type-id";
import {
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPerson,
  buildPractice,
  buildWorkingGroup,
  everybody,
  tellAll,
} from "../../test/factories.ts";
import { discovery } from "../definition.ts";
import { lookForSavedSearches } from "./saved-search.job.ts";

const harness = createHarness(discovery);

const somebody = (): Viewer & { person: string } => {
  const person = newId("per");
  return { ...buildViewer({ id: `acc_${person}` }), person };
};
const change = async (field: string, input: object, viewer: Viewer | null) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) {
    id name text types filter partnersFor context found { totalCount nodes { id } } } }`;
  const { data, errors } = await harness.execute(query, { viewer, input });
  return { made: data?.[field], error: errors?.[0]?.extensions };
};
const saved = async (viewer: Viewer | null) => {
  const query = `{ savedSearches { totalCount nodes { id found { totalCount nodes { id } } } } }`;
  const { data } = await harness.execute(query, { viewer });
  return data.savedSearches.nodes;
};
const foundBy = async (viewer: Viewer) =>
  (await saved(viewer))[0].found.nodes.map(({ id }: { id: string }) => id);
const look = () => {
  const signal = new AbortController().signal;
  return lookForSavedSearches.run(harness.service().parts, {}, { id: "look", attempt: 1, signal });
};
/** How often somebody was told, and of what. */
const news = async ({ person }: { person: string }) =>
  (await harness.told("Notice")).flatMap(({ payload }) => {
    const notice = payload as { people: string[]; item: { title: string } } | null;
    return notice?.people.includes(person) ? [notice.item] : [];
  });

it("tells of what is new, once, and never of what it found at first", async () => {
  const sectors = ["first"];
  const known = buildOrganisation({ sectors });
  await tellAll(harness, known);
  const viewer = somebody();
  const filter = { sectors: { anyOf: sectors } };
  const { made } = await change("saveSearch", { name: "Housing", filter }, viewer);
  expect(made).toMatchObject({
    ...{ name: "Housing", text: null, partnersFor: null, context: null },
    found: { totalCount: 1, nodes: [{ id: known.id }] },
  });
  expect(JSON.parse(made.filter)).toEqual(filter);
  await look();
  expect(await news(viewer)).toEqual([]);
  const other = buildOrganisation({ sectors: ["other"] });
  const fresh = buildOrganisation({ sectors });
  await tellAll(harness, fresh, other);
  await look();
  await look();
  const item = { event: "SEARCH_FOUND", title: "Housing", name: null, text: null };
  expect(await news(viewer)).toEqual([item]);
  expect(await foundBy(viewer)).toEqual([fresh.id, known.id]);
});

it("asks all plain searches again by as many statements, and those that can be asked beside one that cannot", async () => {
  const sectors = ["statements"];
  const filter = { sectors: { anyOf: sectors } };
  const cost = async () => {
    await tellAll(harness, buildOrganisation({ sectors }));
    return (await harness.sqlOf(look)).length;
  };
  const viewers = [somebody(), somebody(), somebody()];
  const save = (viewer: Viewer) => change("saveSearch", { name: "Count", filter }, viewer);
  await save(viewers[0] ?? somebody());
  const ofOne = await cost();
  const broken = (await save(viewers[1] ?? somebody())).made.id as string;
  await save(viewers[2] ?? somebody());
  expect(await cost()).toBe(ofOne);
  expect(await Promise.all(viewers.map(news))).toMatchObject([[{}, {}], [{}], [{}]]);
  const unasked = { objectives: { anyOf: [99] } };
  await harness.db().query("UPDATE saved_search SET filter = $1 WHERE id = $2", [unasked, broken]);
  await tellAll(harness, buildOrganisation({ sectors }));
  await expect(look()).rejects.toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
  expect(await Promise.all(viewers.map(news))).toMatchObject([[{}, {}, {}], [{}], [{}, {}]]);
  await harness.db().query("DELETE FROM saved_search WHERE id = $1", [broken]);
});

it("looks with everybody's eyes, and shows what the viewer sees today", async () => {
  const sectors = ["eyes"];
  const network = buildNetwork();
  const [open, inside] = [buildOrganisation({ sectors }), buildOrganisation({ sectors })];
  inside.payload["protection"] = {
    ...{ audience: "NETWORK", organisations: [inside.id], networks: [network.id] },
  };
  const viewer = {
    ...somebody(),
    networks: [{ id: network.id, role: "MEMBER" as const }],
  };
  await change("saveSearch", { name: "Eyes", filter: { sectors: { anyOf: sectors } } }, viewer);
  const membership = buildNetworkMember({ network: network.id, organisation: inside.id });
  await tellAll(harness, network, inside, membership, open);
  await look();
  expect(await foundBy(viewer)).toEqual([open.id]);
  open.payload["protection"] = { ...everybody, audience: "NOBODY" };
  await tellAll(harness, open);
  expect(await saved(viewer)).toMatchObject([{ found: { totalCount: 0, nodes: [] } }]);
});

it("asks a search for everything again, and tells what it finds of every kind", async () => {
  const viewer = somebody();
  const searchFilter = { objectives: { anyOf: [19] } };
  const wish = { name: "Everything", types: ["PRACTICE", "WORKING_GROUP"], searchFilter };
  const group = buildWorkingGroup({ objectives: [19] });
  await tellAll(harness, group);
  const { made } = await change("saveSearch", wish, viewer);
  expect(made).toMatchObject({ types: wish.types, found: { totalCount: 0 } });
  expect(JSON.parse(made.filter)).toEqual(searchFilter);
  await look();
  expect(await news(viewer)).toEqual([]);
  const practice = buildPractice({ objectives: [19] });
  const hidden = buildPractice({
    objectives: [19],
    protection: { ...everybody, audience: "NOBODY" },
  });
  await tellAll(harness, practice, hidden, buildOrganisation({ objectives: [19] }));
  await look();
  expect(await news(viewer)).toMatchObject([{ event: "SEARCH_FOUND", title: "Everything" }]);
  const query = `{ savedSearches { nodes { foundThings { totalCount nodes {
    id type thing { __typename } } } } } }`;
  const { data, errors } = await harness.execute(query, { viewer });
  expect(errors).toBeUndefined();
  expect(data.savedSearches.nodes[0].foundThings).toEqual({
    totalCount: 2,
    nodes: [
      { id: practice.id, type: "PRACTICE", thing: { __typename: "Practice" } },
      { id: group.id, type: "WORKING_GROUP", thing: { __typename: "WorkingGroup" } },
    ],
  });
});

it("looks for new partners of an organisation that everybody sees", async () => {
  const seeker = buildOrganisation({ objectives: [3], sectors: ["partners"] });
  const hidden = buildOrganisation({ protection: { ...everybody, audience: "NOBODY" } });
  await tellAll(harness, seeker, hidden);
  const viewer = somebody();
  const wish = { name: "Partners", partnersFor: seeker.id };
  const { made } = await change("saveSearch", wish, viewer);
  expect(made).toMatchObject({ partnersFor: seeker.id, context: "ANY" });
  const match = buildOrganisation({ objectives: [3], sectors: ["partners"], countries: ["KE"] });
  await tellAll(harness, match);
  await look();
  expect(await foundBy(viewer)).toContain(match.id);
  expect(await news(viewer)).toHaveLength(1);
  const refused = await change("saveSearch", { ...wish, partnersFor: hidden.id }, viewer);
  expect(refused.error).toMatchObject({ code: "NOT_FOUND" });
  expect(await saved(viewer)).toHaveLength(1);
});

it("is nobody else's business, and goes with whoever saved it", async () => {
  const [viewer, other] = [somebody(), somebody()];
  const person = buildPerson({ id: viewer.person });
  await tellAll(harness, person);
  const { made } = await change("saveSearch", { name: "Mine", text: "harbour" }, viewer);
  for (const who of [null, other, admin]) expect(await saved(who)).toEqual([]);
  const { id } = made;
  expect((await change("deleteSavedSearch", { id }, null)).error).toMatchObject({
    code: "UNAUTHENTICATED",
  });
  for (const who of [other, admin]) {
    expect((await change("deleteSavedSearch", { id }, who)).error).toMatchObject({
      code: "NOT_FOUND",
    });
  }
  await tellAll(harness, buildOrganisation({ name: "Harbour" }));
  await look();
  expect(await news(viewer)).toHaveLength(1);
  await harness.tell("stakeholders", { type: "Person", id: viewer.person, payload: null });
  expect(await news(viewer)).toEqual([]);
  for (const table of ["saved_search", "saved_search_hit", "search_notice"]) {
    const column = table === "saved_search" ? "id" : "search_id";
    const rows: unknown[] = await harness
      .db()
      .query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id]);
    expect(rows).toEqual([]);
  }
});

it("saves the same once, takes back what is not wanted, and refuses what cannot be asked", async () => {
  const viewer = somebody();
  const input = { name: "Once", text: "harbour", idempotencyKey: "key-1" };
  const [first, again] = [
    await change("saveSearch", input, viewer),
    await change("saveSearch", input, viewer),
  ];
  expect(again.made.id).toBe(first.made.id);
  const gone = await change("deleteSavedSearch", { id: first.made.id }, viewer);
  expect(gone.made).toMatchObject({ name: "Once" });
  expect(await saved(viewer)).toEqual([]);
  const wrong = { filter: { objectives: { anyOf: [24] } } };
  for (const [refused, field] of [
    [{ name: " " }, "name"],
    [{ name: "A", text: "x".repeat(201) }, "text"],
    [{ name: "A", ...wrong }, "filter.objectives.anyOf"],
    [{ name: "A", searchFilter: wrong.filter }, "filter.objectives.anyOf"],
    [{ name: "A", types: ["MEETING"], filter: {} }, "types"],
    [{ name: "A", types: [] }, "types"],
  ] as const) {
    expect((await change("saveSearch", refused, viewer)).error).toMatchObject({
      ...{ code: "BAD_USER_INPUT", field },
    });
  }
  const nobody = await change("saveSearch", { name: "A" }, buildViewer());
  expect(nobody.error).toMatchObject({ code: "FORBIDDEN" });
  for (let count = 0; count < 20; count += 1) {
    await change("saveSearch", { name: `Search ${count}` }, viewer);
  }
  expect((await change("saveSearch", { name: "One more" }, viewer)).error).toMatchObject({
    ...{ code: "LIMIT_EXCEEDED", budget: 20, unit: "searches" },
  });
});
