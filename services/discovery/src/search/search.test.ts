import { openSpreadsheet } from "@convene/shared/table/open-spreadsheet";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildMeeting,
  buildMeetingSeries,
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPractice,
  buildSeat,
  buildWorkingGroup,
  everybody,
  tellAll,
} from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const SEARCH = `query ($text: String, $filter: SearchFilter, $types: [FoundType!], $sort: SearchSort, $first: Int, $after: String) {
  search(text: $text, filter: $filter, types: $types, sort: $sort, first: $first, after: $after) {
    totalCount nodes { id type date thing { __typename ... on Meeting { id } } } pageInfo { hasNextPage endCursor }
    facets { types { value count } years { value count } networks { value count } workingGroups { value count } }
  }
}`;

const network = buildNetwork({ countries: ["GB"] });
const members = { audience: "NETWORK", organisations: [], networks: [network.id] };
const harbour = buildOrganisation({ name: "Harbour Aid", acronym: "HARB" });
const group = buildWorkingGroup({
  name: "Alternativas a la detención",
  code: "HARB-2",
  description: "Casas y acompañamiento",
  network: network.id,
  objectives: [13],
});
const hiddenGroup = buildWorkingGroup({ name: "Harbour insiders", protection: members });
const practice = buildPractice({
  title: "港口接待站",
  summary: "Un accueil au port",
  language: "zh",
});
const draft = buildPractice({ title: "Harbour draft", state: "DRAFT", publishedAt: null });
const meeting = buildMeeting({ title: "اجتماع الميناء", group: group.id, network: network.id });
const closed = buildMeeting({
  title: "Harbour members",
  group: hiddenGroup.id,
  protection: members,
});
const series = buildMeetingSeries({ title: "Квартальная встреча", network: network.id });
const shown = [harbour, group, practice, meeting, series];

beforeAll(() =>
  tellAll(
    harness,
    ...[...shown, network, hiddenGroup, draft, closed],
    buildNetworkMember({ network: network.id, organisation: harbour.id }),
    buildSeat({ group: hiddenGroup.id, organisation: harbour.id }),
  ),
);

const search = async (variables: object) => {
  const { data, errors } = await harness.execute(SEARCH, { ...variables });
  expect(errors).toBeUndefined();
  return data.search;
};
const ids = async (variables: object) =>
  (await search(variables)).nodes.map(({ id }: { id: string }) => id);

describe("text", () => {
  it.each([
    ["Spanish, without its accents", "DETENCION", group],
    ["French, of a summary", "accueil", practice],
    ["Chinese, a part of a title", "接待", practice],
    ["Chinese, in another order", "接待港口", practice],
    ["Chinese, with a wrong sign", "港口接代站", practice],
    ["Arabic, misspelt", "الميناا", meeting],
    ["Russian, misspelt", "квартальнай", series],
    ["Arabic, with another alef", "أجتماع", meeting],
    ["Russian, in capitals", "КВАРТАЛЬНАЯ", series],
    ["English, misspelt", "harbuor aid", harbour],
    ["a code", "harb-2", group],
  ])("finds %s", async (_name, text, found) => {
    expect((await ids({ text }))[0]).toBe(found.id);
  });

  it("puts an acronym first, before what only begins like it", async () => {
    expect(await ids({ text: "harb" })).toEqual([harbour.id, group.id]);
  });
});

it("answers the type of each, its date and the thing itself", async () => {
  const { nodes } = await search({ filter: { workingGroups: { anyOf: [group.id] } } });
  expect(nodes).toEqual([
    { id: group.id, type: "WORKING_GROUP", date: null, thing: { __typename: "WorkingGroup" } },
    {
      ...{ id: meeting.id, type: "MEETING", date: "2026-01-15T14:00:00.000Z" },
      thing: { __typename: "Meeting", id: meeting.id },
    },
  ]);
});

it.each([
  ["types", { types: ["PRACTICE", "MEETING_SERIES"] }, [series, practice]],
  ["no type", { types: [] }, []],
  [
    "objectives of a meeting's group",
    { filter: { objectives: { anyOf: [13] } } },
    [group, meeting],
  ],
  [
    "countries of a network",
    { filter: { countries: { anyOf: ["GB"] } }, sort: "NAME" },
    [group, harbour, series, meeting],
  ],
  ["languages", { filter: { languages: { anyOf: ["zh"] } } }, [practice]],
  ["a network", { filter: { networks: { noneOf: [network.id] } } }, [practice]],
  ["days", { filter: { since: "2026-01-15", before: "2026-01-16" } }, [meeting]],
  ["years", { filter: { years: { anyOf: ["2026"] } }, sort: "LATEST" }, [practice, meeting]],
  [
    "the earliest first",
    { filter: { since: "2000-01-01" }, sort: "EARLIEST" },
    [meeting, practice],
  ],
])("keeps by %s", async (_name, asked, kept) => {
  expect(await ids(asked)).toEqual(kept.map(({ id }) => id));
});

it("neither finds nor counts drafts, hidden groups and the meetings of members", async () => {
  const { totalCount, facets } = await search({ first: 0 });
  expect(totalCount).toBe(shown.length);
  expect(facets.types.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1, 1, 1]);
  expect(facets.workingGroups).toEqual([{ value: group.id, count: 2 }]);
  expect(await ids({ text: "insiders" })).toEqual([]);
  expect(await ids({ text: "members" })).toEqual([]);
  expect(await ids({ filter: { workingGroups: { anyOf: [hiddenGroup.id] } } })).toEqual([]);
});

it("finds for a member what is the members', and a draft for nobody", async () => {
  const viewer = buildViewer({ networks: [{ id: network.id, role: "MEMBER" }] });
  expect(await ids({ viewer, text: "insiders" })).toEqual([hiddenGroup.id]);
  expect(await ids({ viewer, text: "members" })).toEqual([closed.id]);
  expect(await ids({ viewer: admin, text: "draft" })).toEqual([]);
});

it("misses nothing and tells nothing twice while more is being told", async () => {
  const extra = () => buildPractice({ title: "Another house", protection: everybody });
  const before: string[] = await ids({ sort: "NAME", first: 100 });
  const walked: string[] = [];
  const told = [];
  let after: string | null = null;
  do {
    const page = await search({ sort: "NAME", first: 1, after });
    walked.push(...page.nodes.map(({ id }: { id: string }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    const more = extra();
    if (told.length < 5) await tellAll(harness, more);
    told.push(more);
  } while (after !== null);
  expect(new Set(walked).size).toBe(walked.length);
  expect(walked.filter((id) => before.includes(id))).toEqual(before);
  for (const { id } of told)
    await harness.tell("practices", { type: "Practice", id, payload: null });
});

it("writes all that is found and may be seen as CSV and as a workbook, whatever the page", async () => {
  const query = `{ search(types: [MEETING_SERIES, PRACTICE], first: 1) {
    csv: table(format: CSV) { name base64 } xlsx: table(format: XLSX) { name base64 } } }`;
  const { data, errors } = await harness.execute(query);
  expect(errors).toBeUndefined();
  const { csv, xlsx } = data.search;
  expect([csv.name, xlsx.name]).toEqual(["things.csv", "things.xlsx"]);
  const rows = [
    ["#meta+id", "#meta+type", "#meta+name", "#date", "#meta+objectives", "#country+code"],
    [series.id, "MEETING_SERIES", "Квартальная встреча", "", "", "GB"],
    [practice.id, "PRACTICE", "港口接待站", "2026-02-01T00:00:00.000Z", "7", ""],
  ].map((cells, at) => [...cells, ["#meta+lang", "", "zh"][at]]);
  const titles = "id,type,title,date,objectives,countries,languages";
  const lines = [titles, ...rows.map((cells) => cells.join(","))];
  expect(Buffer.from(csv.base64, "base64").toString()).toBe(`\uFEFF${lines.join("\r\n")}\r\n`);
  const sheet = await openSpreadsheet(Buffer.from(xlsx.base64, "base64"));
  const found: unknown[] = [];
  for await (const { cells } of sheet.rows) found.push(cells.map((cell) => cell || ""));
  expect(found).toEqual(rows.slice(1));
});

it("takes three statements, however many are found", async () => {
  expect(await harness.sqlOf(() => search({}))).toHaveLength(3);
});

it.each([
  ["text", { text: "a".repeat(201) }],
  ["filter.networks.noneOf", { filter: { networks: { noneOf: ["x".repeat(301)] } } }],
  ["filter.objectives.anyOf", { filter: { objectives: { anyOf: [24] } } }],
  ["after", { after: "bm90" }],
  ["first", { first: 101 }],
])("refuses a %s that is none", async (field, asked) => {
  const { errors } = await harness.execute(SEARCH, asked);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
});
