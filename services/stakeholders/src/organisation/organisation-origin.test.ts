import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { buildOrganisation, codeOf, viewerOf } from "../../test/factories.ts";
import { csvImporter } from "../../test/import-csv.ts";
import { stakeholders } from "../definition.ts";

const harness = createHarness(stakeholders);
const { db, execute, told } = harness;
const importCsv = csvImporter(harness, "organisations");

const FIELDS = `id otherNames { name language from until isFormer }
  provenance { kind source url license retrievedOn } isStale`;
const CREATE = `mutation ($input: CreateOrganisationInput!) {
  createOrganisation(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateOrganisationInput!) {
  updateOrganisation(input: $input) { ${FIELDS} } }`;
const MERGE = `mutation ($input: MergeOrganisationsInput!) { mergeOrganisations(input: $input) { id } }`;
const UNDO = `mutation ($input: UndoOrganisationMergeInput!) {
  undoOrganisationMerge(input: $input) { id } }`;

const read = async (id = "") => {
  const query = `query ($id: ID!) { organisation(id: $id) { ${FIELDS} } }`;
  return (await execute(query, { viewer: admin, id })).data.organisation;
};
const entered = { kind: "ENTERED", source: null, url: null, license: null, retrievedOn: null };

it("keeps other names with their language and dates, marks former ones and tells the feed", async () => {
  const otherNames = [
    { name: "Seamen's Mission", language: "en", from: "1950-01-01", until: "2001-05-01" },
    { name: "Le Puits", language: "fr", from: null, until: null },
  ];
  const { data } = await execute(CREATE, { viewer: admin, input: { name: "Well", otherNames } });
  const { id, ...made } = data.createOrganisation;
  const shown = otherNames.map((one) => ({ ...one, isFormer: one.until !== null }));
  expect(made).toEqual({ otherNames: shown, provenance: [entered], isStale: false });
  const change = (await told("Organisation")).find((one) => one.id === id);
  expect(change?.payload).toMatchObject({ otherNames });
});

it.each([
  ["otherNames.0.name", { otherNames: [{ name: " " }] }],
  ["otherNames.0.until", { otherNames: [{ name: "A", from: "2001-01-01", until: "2000-01-01" }] }],
  ["provenance.0.source", { provenance: [{ source: "" }] }],
  ["provenance.0.url", { provenance: [{ source: "List", url: "ftp://example.org" }] }],
  ["provenance.0.retrievedOn", { provenance: [{ source: "List", retrievedOn: "2999-01-01" }] }],
])("refuses an invalid %s", async (field, part) => {
  const answer = await execute(CREATE, { viewer: admin, input: { name: "Well", ...part } });
  expect(codeOf(answer)).toMatchObject({ code: "BAD_USER_INPUT", field });
});

it("notes what a file or its rows say of their source, once, and keeps it through a change", async () => {
  const lines = [
    "name,country,other names,source_dataset,dataset url,licence,retrieved on",
    "Sourced Aid,KE,Old Sourced; Sourced,Register,https://register.example.org,CC-BY-4.0,2026-01-31",
  ];
  const [row] = await importCsv(lines);
  expect(await importCsv(lines)).toMatchObject([{ outcome: "unchanged" }]);
  await importCsv(["name,country,website", "Sourced Aid,KE,sourced.example.org"], {
    file: "b.csv",
  });
  const register = {
    ...{ kind: "IMPORTED", source: "Register", url: "https://register.example.org" },
    ...{ license: "CC-BY-4.0", retrievedOn: "2026-01-31" },
  };
  const file = { ...entered, kind: "IMPORTED", source: "b.csv" };
  const found = await read(row?.id);
  expect(found.provenance).toEqual([register, file]);
  expect(found.otherNames).toMatchObject([{ name: "Old Sourced" }, { name: "Sourced" }]);
  const input = { id: row?.id, provenance: [{ source: "Its annual report" }] };
  const { data } = await execute(UPDATE, { viewer: viewerOf([{ id: row?.id ?? "" }]), input });
  const report = { ...entered, source: "Its annual report" };
  expect(data.updateOrganisation.provenance).toEqual([register, file, report]);
});

it("notes for a whole file where it comes from, unless a row names its data set", async () => {
  const source = {
    ...{ source: "OCHA 3W", url: "https://data.example.org/3w", license: "CC-BY-IGO" },
    retrievedOn: "2026-02-01",
  };
  const [one, other] = await importCsv(
    ["name,country,dataset", "Whole Aid,KE,", "Own Aid,KE,Register"],
    { file: "3w.csv", source },
  );
  expect((await read(one?.id)).provenance).toEqual([{ kind: "IMPORTED", ...source }]);
  expect((await read(other?.id)).provenance).toEqual([
    { ...entered, kind: "IMPORTED", source: "Register" },
  ]);
  await csvImporter(harness, "presence")(["name,country,sector", "Own Aid,KE,Health"], { source });
  expect((await read(other?.id)).provenance).toHaveLength(2);
});

it("finds by the old name what was merged, until the merge is undone", async () => {
  const lines = ["name,country", "Ferry Workers Fund,KE"];
  const [made] = await importCsv(lines, { file: "old.csv" });
  const into = await buildOrganisation(db(), { name: "Ferry Union", countries: ["KE"] });
  const input = { from: made?.id, into: into.id };
  const { data } = await execute(MERGE, { viewer: admin, input });
  const merged = await read(into.id);
  expect(merged.otherNames).toMatchObject([{ name: "Ferry Workers Fund", isFormer: false }]);
  expect(merged.provenance).toMatchObject([{ source: "old.csv" }]);
  const change = {
    id: into.id,
    otherNames: [{ name: "Ferry Workers Fund" }, { name: "Ferrymen" }],
  };
  await execute(UPDATE, { viewer: admin, input: { ...change, provenance: [] } });
  expect(await importCsv(lines)).toEqual([{ line: 2, outcome: "unchanged", id: into.id }]);
  await execute(UNDO, { viewer: admin, input: { merge: data.mergeOrganisations.id } });
  expect(await read(into.id)).toMatchObject({
    otherNames: [{ name: "Ferrymen" }],
    provenance: [],
  });
  expect(await importCsv(lines)).toMatchObject([{ outcome: "unchanged", id: made?.id }]);
});

it("is stale 18 months after its confirmation, or its entry, until it is confirmed again", async () => {
  const createdAt = new Date("2020-01-01");
  const never = await buildOrganisation(db(), { createdAt });
  const long = await buildOrganisation(db(), { createdAt, lastConfirmedOn: "2021-01-01" });
  expect(await read(never.id)).toMatchObject({ isStale: true });
  expect(await read(long.id)).toMatchObject({ isStale: true });
  const CONFIRM = `mutation ($input: ConfirmOrganisationInput!) {
    confirmOrganisation(input: $input) { isStale } }`;
  const { data } = await execute(CONFIRM, { viewer: viewerOf([long]), input: { id: long.id } });
  expect(data.confirmOrganisation).toEqual({ isStale: false });
});
