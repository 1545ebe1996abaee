import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { buildOrganisation, next } from "../../test/factories.ts";
import { csvImporter, outcomes, versionsOf } from "../../test/import-csv.ts";
import { stakeholders } from "../definition.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { OrganisationIdentifier } from "../organisation/organisation-identifier.entity.ts";

const harness = createHarness(stakeholders);
const { db } = harness;
const importCsv = csvImporter(harness, "organisations");

const find = (id: string | undefined) =>
  db().manager.findOneByOrFail(Organisation, { id: id ?? "" });
const identifiersOf = (organisationId: string | undefined) =>
  db().manager.find(OrganisationIdentifier, {
    select: { scheme: true, value: true },
    where: { organisationId: organisationId ?? "" },
    order: { scheme: "ASC" },
  });

describe("the import of organisations", () => {
  it("reads all that a tagged file says, and tells the change feed", async () => {
    const [row] = await importCsv(
      [
        "A,B,C,D,E,F,G,H,I,J,K,L,M",
        "#org+id,#org+name,#org+acronym,#org+type,#country+code,#sector+list,#adm1+name+list,#org+url,#description,#org+lang,#objective+code,#org+needs,#org+offers",
        'f-1, Jahazi  Trust ,JT,International NGO,KEN,Health; Shelter,Mombasa; Kilifi,jahazi.example.org,Sails.,"sw, en","7; 3",Interpreters,A boat; Sailors; a boat',
      ],
      { scheme: "Field-3W" },
    );
    expect(row).toEqual({ line: 3, outcome: "created", id: expect.stringMatching(/^org_/) });
    expect(await find(row?.id)).toMatchObject({
      name: "Jahazi Trust",
      nameKey: "jahazi trust",
      acronym: "JT",
      categoryId: "civil-society",
      countries: ["KE"],
      sectors: ["Health", "Shelter"],
      areas: [
        { country: "KE", code: null, name: "Mombasa" },
        { country: "KE", code: null, name: "Kilifi" },
      ],
      website: "https://jahazi.example.org",
      description: "Sails.",
      languages: ["sw", "en"],
      objectiveNumbers: [3, 7],
      needs: ["Interpreters"],
      offers: ["A boat", "Sailors"],
      lastConfirmedOn: null,
      audience: "PUBLIC",
    });
    expect(await identifiersOf(row?.id)).toEqual([{ scheme: "field-3w", value: "f-1" }]);
    const told = (await harness.told("Organisation")).find(({ id }) => id === row?.id);
    expect(told).toMatchObject({ version: 1, payload: { acronym: "JT", countries: ["KE"] } });
  });

  it.each([
    ["English", "Organisation name;Country;Organisation type;Sectors;Region"],
    ["French", "Nom de l'organisation;Pays;Type d'organisation;Secteurs;Région"],
    ["Spanish", "Organización;País;Tipo de organización;Sectores;Departamento"],
  ])("knows columns by their %s titles", async (_, titles) => {
    const [row] = await importCsv([titles, `Named ${next()};Burkina Faso;ONG nationale;Santé;Est`]);
    expect(await find(row?.id)).toMatchObject({
      categoryId: "civil-society",
      countries: ["BF"],
      sectors: ["Santé"],
      areas: [{ country: "BF", code: null, name: "Est" }],
    });
  });

  it("takes an org-id.guide identifier for what it is, under whatever scheme the file comes", async () => {
    const header = "org_id,name";
    const [made] = await importCsv([header, "GB-CHC-7654321,Quay Friends"], { scheme: "uk" });
    expect(await identifiersOf(made?.id)).toEqual([{ scheme: "gb-chc", value: "7654321" }]);
    const again = await importCsv([header, "GB-CHC-7654321,Quay Friends"], { scheme: "other" });
    expect(again).toEqual([{ line: 2, outcome: "unchanged", id: made?.id }]);
    const [ror] = await importCsv([header, "https://ror.org/02mhbdp94,Quay Study"]);
    expect(await identifiersOf(ror?.id)).toEqual([{ scheme: "ror", value: "02mhbdp94" }]);
    await expect(importCsv([header], { scheme: "GB-NONE" })).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "scheme" },
    });
    const [wrong] = await importCsv([header, "05dxps056,Quay College"], { scheme: "ror" });
    expect(wrong).toMatchObject({ outcome: "skipped", field: "identifier" });
    const [own] = await importCsv([header, "QQ-CHC-1,Quay Others"], { scheme: "uk" });
    expect(await identifiersOf(own?.id)).toEqual([{ scheme: "uk", value: "QQ-CHC-1" }]);
  });

  it("knows one without an identifier by its name and country, however it is spelled", async () => {
    const header = "name,country,acronym";
    const rows = await importCsv([
      header,
      "Women`s Harbour Ltd,KE,",
      "The WOMEN’S  harbour,Kenya,WH",
      "Women's Harbour,UG,",
    ]);
    expect(outcomes(rows)).toEqual(["created", "updated", "created"]);
    expect(rows[1]?.id).toBe(rows[0]?.id);
    expect(await find(rows[0]?.id)).toMatchObject({ name: "Women's Harbour Ltd", acronym: "WH" });
  });

  it("takes the first country for the one that it is known by, and any other where none fits", async () => {
    const header = "name,country";
    const [ke, ug] = await importCsv([header, "Twin Piers,KE", "Twin Piers,UG"]);
    const rows = await importCsv([
      header,
      "Twin Piers,KE; UG",
      "Twin Piers,UG; FR",
      "Twin Piers,FR",
    ]);
    expect(rows).toMatchObject([
      { outcome: "updated", id: ke?.id },
      { outcome: "updated", id: ug?.id },
      { outcome: "unchanged", id: ug?.id },
    ]);
  });

  it("lets the name alone decide only where no other organisation has it", async () => {
    const header = "name,country";
    const [first] = await importCsv([header, "Lone Lighthouse,"]);
    const rows = await importCsv([header, "Lone lighthouse,KE", "Lone Lighthouse,"]);
    expect(rows.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    expect(outcomes(rows)).toEqual(["updated", "unchanged"]);
    const [other, unclear] = await importCsv([header, "Lone Lighthouse,UG", "Lone Lighthouse,"]);
    expect(other?.outcome).toBe("created");
    expect(unclear).toMatchObject({ outcome: "skipped", field: "name", cell: "Lone Lighthouse" });
    expect(unclear?.reason).toBe(`may be any of ${first?.id}, ${other?.id}`);
  });

  it("gives an identifier to the organisation of that name and country which has none yet", async () => {
    const { id } = await buildOrganisation(db(), { name: "Ferry House", countries: ["GB", "KE"] });
    const rows = await importCsv(["org_id,name,country", "k1,Ferry house,KE", "k2,Ferry House,KE"]);
    expect(rows).toMatchObject([
      { outcome: "updated", id },
      { outcome: "created", id: expect.not.stringMatching(id) },
    ]);
    expect(await identifiersOf(id)).toEqual([{ scheme: "test", value: "k1" }]);
  });

  it("fills blanks and adds to lists, and never changes what is there", async () => {
    const edited = {
      name: "Edited Words",
      acronym: null,
      description: "By its own people.",
      categoryId: "academia",
      countries: ["KE"],
      sectors: ["health"],
      areas: [{ country: "KE", code: "KE01", name: "Mombasa" }],
      lastConfirmedOn: "2025-01-01",
      identifiers: [{ scheme: "test", value: "edited" }],
    };
    const { id, updatedAt } = await buildOrganisation(db(), edited);
    const header = "org_id,name,acronym,org_type,country,sectors,adm1_areas,description";
    const [row] = await importCsv([
      header,
      "EDITED,Other Words,EW,Government,KE,Health; Shelter,MOMBASA; Kilifi,From a file.",
    ]);
    expect(row).toEqual({ line: 2, outcome: "updated", id });
    const after = await find(id);
    expect(after).toMatchObject({
      name: "Edited Words",
      acronym: "EW",
      description: "By its own people.",
      categoryId: "academia",
      sectors: ["health", "Shelter"],
      areas: [
        { country: "KE", code: "KE01", name: "Mombasa" },
        { country: "KE", code: null, name: "Kilifi" },
      ],
      lastConfirmedOn: "2025-01-01",
    });
    expect(after.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime());
  });

  it("takes our own ids, and makes none under them", async () => {
    const { id } = await buildOrganisation(db(), { name: "Own Id" });
    const rows = await importCsv(["org_id,name,acronym", `${id},Any,OI`, `${newId("org")},Gone,`]);
    expect(rows).toMatchObject([
      { outcome: "updated", id },
      { outcome: "skipped", field: "identifier", reason: "is no organisation that is known here" },
    ]);
  });
});

describe("dirt in a table of organisations", () => {
  const header = "name,country,org_type,sectors,website,languages,adm1_areas,acronym";

  it.each([
    ["a blank name", ",KE,,,,,,", { outcome: "skipped", field: "name" }],
    ["a name without a letter", "***,KE,,,,,,", { outcome: "skipped", field: "name" }],
    ["a placeholder for a name", "#N/A,KE,,,,,,", { outcome: "skipped", field: "name" }],
    ["too many cells", "Wide,KE,,,,,,,,x", { outcome: "skipped" }],
    [
      "a country that is none, where the name needs it",
      "Nowhere,Atlantis,,,,,,",
      { outcome: "skipped", field: "name", also: [{ field: "countries", cell: "Atlantis" }] },
    ],
    [
      "an unknown type",
      "Typed,KE,Pirates,,,,,",
      { outcome: "created", field: "type", cell: "Pirates" },
    ],
    ["an address that is none", "Web,KE,,,not a site,,,", { outcome: "created", field: "website" }],
    [
      "a language that is no tag",
      "Lang,KE,,,,Klingon!,,",
      { outcome: "created", field: "languages" },
    ],
    ["areas in two countries", "Two,KE; UG,,,,,Coast,", { outcome: "created", field: "areas" }],
    ["areas of no country", "None,,,,,,Coast,", { outcome: "created", field: "areas" }],
    [
      "a sentence for an acronym",
      `Long,KE,,,,,,${"long ".repeat(10)}`,
      { outcome: "created", field: "acronym" },
    ],
  ])("makes of %s what can be made", async (_, line, expected) => {
    const [row] = await importCsv([
      header,
      line.replace(/^[A-Z]\w+/, (name) => `${name}${next()}`),
    ]);
    expect(row).toMatchObject({ line: 2, ...expected });
  });

  it("skips bad rows among good ones, in the order of the file", async () => {
    const n = next();
    const rows = await importCsv([header, `A${n},KE,,,,,,`, ",KE,,,,,,", "", `B${n},KE,,,,,,`]);
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "created"],
      [3, "skipped"],
      [5, "created"],
    ]);
  });

  it("drops repeated values in a cell, and keeps no more sectors than the graph takes", async () => {
    const name = `Crowded ${next()}`;
    const many = Array.from({ length: 51 }, (_, index) => `Sector ${index}`).join("; ");
    const [row] = await importCsv([header, `${name},KE,,Salud; salud; SALUD,,,,`]);
    expect(await find(row?.id)).toMatchObject({ sectors: ["Salud"] });
    const [crowd] = await importCsv([header, `${name},KE,,${many},,,,`]);
    expect(crowd).toMatchObject({
      outcome: "unchanged",
      field: "sectors",
      reason: "would be more than 50",
    });
    expect(await find(row?.id)).toMatchObject({ sectors: ["Salud"] });
  });

  it("says before the first row that there is no column of names, unless it is told which", async () => {
    const lines = ["Who,Where", "Told,KE"];
    const before = await versionsOf(harness);
    await expect(importCsv(lines)).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "name" },
    });
    await expect(importCsv(lines, { map: ["Who=name"], scheme: " " })).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "scheme" },
    });
    expect(await versionsOf(harness)).toEqual(before);
    const [row] = await importCsv(lines, { map: ["Who=name", "Where=countries"] });
    expect(await find(row?.id)).toMatchObject({ name: "Told", countries: ["KE"] });
  });
});
