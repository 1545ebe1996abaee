import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import fc from "fast-check";
import { buildOrganisation, buildTie, next } from "../../test/factories.ts";
import { Network } from "../network/network.entity.ts";
import { OrganisationIdentifier } from "../organisation/organisation-identifier.entity.ts";
import {
  Organisation,
  OrganisationArea,
  OrganisationName,
} from "../organisation/organisation.entity.ts";
import { blankOrganisation } from "../organisation/blank-organisation.value.ts";
import { organisationLinkedData } from "../contact-card/linked-data.value.ts";
import { organisationPopolo } from "../contact-card/popolo.value.ts";
import { organisationVCard } from "../contact-card/vcard.value.ts";
import { stakeholders } from "../definition.ts";
import { NetworkImportService } from "./network-import.service.ts";

const { db, service } = createHarness(stakeholders);

async function take(text: string, more: { scheme?: string; dryRun?: boolean } = {}) {
  const rows = [];
  const options = { scheme: "test", file: "network.txt", ...more };
  const importing = new NetworkImportService(service().parts).run(Buffer.from(text), options);
  for await (const row of importing) rows.push(row);
  return rows;
}
const outcomes = async (...asked: Parameters<typeof take>) =>
  (await take(...asked)).map(({ outcome }) => outcome);
const countOf = async (table: string): Promise<number> => {
  const [row] = await db().query<[{ count: number }]>(
    `SELECT count(*)::integer AS count FROM ${table}`,
  );
  return row.count;
};

const graphml = (body: string): string => `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="l" for="node" attr.name="label" attr.type="string"/>
  <key id="r" for="edge" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">${body}</graph></graphml>`;
const pair = (one: string, other: string) =>
  graphml(`<node id="a"><data key="l">${one}</data></node><node id="b"><data key="l">${other}</data></node>
    <edge id="e" source="a" target="b"><data key="r">FUNDS</data></edge>`);

it("says the same in a dry run, which changes nothing, and takes nothing in twice", async () => {
  const file = pair(`Pair ${next()}`, `Pair ${next()}`);
  const before = await countOf("organisation");
  const scheme = `dry-${next()}`;
  expect(await outcomes(file, { scheme, dryRun: true })).toEqual(["created", "created", "created"]);
  expect(await countOf("organisation")).toBe(before);
  expect(await outcomes(file, { scheme })).toEqual(["created", "created", "created"]);
  expect(await outcomes(file, { scheme })).toEqual(["unchanged", "unchanged", "unchanged"]);
});

it("knows our own ids again, and takes those of another place for identifiers", async () => {
  const known = await buildOrganisation(db(), { name: "Known House" });
  const foreign = newId("org");
  const nodes = [
    { id: known.id, label: "Another name", kind: "Organisation" },
    { id: foreign, label: "Foreign House", kind: "Organisation" },
  ];
  const links = [{ source: foreign, target: known.id, label: "FUNDS" }];
  const rows = await take(JSON.stringify({ nodes, links }));
  expect(rows).toMatchObject([
    { outcome: "unchanged", id: known.id },
    { outcome: "created" },
    { outcome: "created" },
  ]);
  const made = await db().manager.findOneByOrFail(OrganisationIdentifier, { value: foreign });
  expect(made).toMatchObject({ scheme: "test", organisationId: rows[1]?.id });
  expect((await db().manager.findOneByOrFail(Organisation, { id: known.id })).name).toBe(
    "Known House",
  );
});

it("tells of each row by its field what was left out, and why", async () => {
  const file = {
    nodes: [
      { id: "1", label: "Listed House", countries: "KE; Nowhere", staff: 12 },
      { id: "2", label: " " },
      { id: "3", kind: "WorkingGroup", label: "Detention" },
    ],
    links: [
      { source: "1", target: "9", label: "FUNDS" },
      { source: "1", target: "1", label: "is fond of", startDate: "2021-02-30" },
      { source: "1", target: "3", kind: "SEAT", label: "MEMBER" },
    ],
  };
  const rows = await take(JSON.stringify(file), { scheme: `told-${next()}` });
  expect(rows).toMatchObject([
    {
      ...{ line: 1, outcome: "created", field: "countries", cell: "Nowhere" },
      also: [{ field: "staff", cell: "12" }],
    },
    { line: 2, outcome: "skipped", field: "name" },
    { line: 4, outcome: "skipped", field: "target", cell: "9" },
    { line: 5, outcome: "skipped", field: "relation", also: [{ field: "startDate" }] },
    { line: 3, outcome: "skipped", field: "kind", cell: "3" },
    { line: 6, outcome: "skipped", field: "kind", cell: "MEMBER" },
  ]);
});

const BOMB = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

it.each([
  ["a document that declares entities", `<?xml version="1.0"?>${BOMB}${graphml("&b;")}`, "DOCTYPE"],
  ["XML that ends before its end", graphml("").slice(0, -12), "cannot be read as GraphML"],
  ["XML that is nested deep", graphml(`${"<g>".repeat(99)}${"</g>".repeat(99)}`), "too deep"],
  ["XML of another kind", "<svg/>", "neither GraphML nor GEXF"],
  ["an edge to nothing", graphml(`<edge source="x" target="y"/>`), "cannot be read as GraphML"],
  ["JSON that is none", `{"nodes": [`, "cannot be read as JSON"],
  ["JSON of another kind", `{"a": 1}`, "neither node-link"],
  ["a card that does not end", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A", "cannot be read as vCard"],
  ["a table of another kind", "a,b\n1,2", "neither one of nodes"],
  ["nothing", "", "empty"],
])("refuses %s as a whole", async (_name, text, reason) => {
  await expect(take(text)).rejects.toMatchObject({
    message: expect.stringContaining(reason),
    extensions: { code: "BAD_USER_INPUT", field: "file" },
  });
});

it("knows networks by their names, and gives a membership the end that it lacks", async () => {
  const [house, network] = [`House ${next()}`, `Network Zürich ${next()}`];
  const file = (endDate: string | null, more: object = {}) =>
    JSON.stringify({
      nodes: [
        { id: "o", kind: "Organisation", label: house },
        { id: "n", kind: "Network", label: network },
        { id: "p", kind: "Network", label: " " },
      ],
      links: [
        {
          ...{ source: "o", target: "n", kind: "NETWORK_MEMBERSHIP", label: "HOST" },
          ...{ startDate: "2020-01-01", endDate, ...more },
        },
      ],
    });
  const options = { scheme: `networks-${next()}` };
  const foreseen = await outcomes(file(null), { ...options, dryRun: true });
  expect(foreseen).toEqual(["created", "created", "skipped", "created"]);
  expect(await outcomes(file(null), options)).toEqual(foreseen);
  const [, known] = await take(file(null), options);
  expect(known).toMatchObject({ outcome: "unchanged", id: expect.stringMatching(/^net_/) });
  const [member] = (await take(file("2024-01-01"), options)).slice(-1);
  expect(member).toMatchObject({ outcome: "updated", id: expect.stringMatching(/^nmb_/) });
  expect(await take(file("2024-01-01", { label: "king" }), options)).toMatchObject([
    { outcome: "unchanged" },
    { outcome: "unchanged" },
    { outcome: "skipped", field: "name" },
    { outcome: "created", field: "role", cell: "king" },
  ]);
  const [stranger] = (await take(file(null, { target: "q" }), options)).slice(-1);
  expect(stranger).toMatchObject({ outcome: "skipped", field: "target", cell: "q" });
  const rows = await db().query<unknown[]>(
    `SELECT m.role, m.end_date::text AS "endDate", n.kind, n.audience FROM network_member AS m
     JOIN network AS n ON n.id = m.network_id WHERE m.id = $1`,
    [member?.id],
  );
  const kept = { role: "HOST", endDate: "2024-01-01", kind: "GLOBAL", audience: "PUBLIC" };
  expect(rows).toEqual([kept]);
});

it.each([
  [{}, "GLOBAL", [], []],
  [{ country: "Kenya" }, "COUNTRY", ["KE"], []],
  [{ countries: "KE; UGA;KE" }, "REGIONAL", ["KE", "UG"], []],
  [{ networkKind: "global", countries: ["KE"] }, "GLOBAL", ["KE"], []],
  [{ networkKind: "COUNTRY", countries: ["KE", "UG"] }, "REGIONAL", ["KE", "UG"], ["networkKind"]],
  [
    { network_kind: "galaxy", countries: "KE;Mars" },
    "COUNTRY",
    ["KE"],
    ["countries", "networkKind"],
  ],
])("makes of a network that says %j one that is %s", async (says, kind, ...[countries, told]) => {
  const node = { id: "n", kind: "Network", label: `Network ${next()}`, ...says };
  const [row] = await take(JSON.stringify({ nodes: [node], links: [] }));
  expect(row?.outcome).toBe("created");
  expect([row, ...(row?.also ?? [])].flatMap((it) => it?.field ?? [])).toEqual(told);
  const made = await db().manager.findOneByOrFail(Network, { id: row?.id ?? "" });
  expect(made).toMatchObject({ kind, countries });
  const other = { ...node, networkKind: "REGIONAL", countries: ["GB"] };
  const [again] = await take(JSON.stringify({ nodes: [other], links: [] }));
  expect(again).toEqual({ line: 1, outcome: "unchanged", id: made.id });
  expect(await db().manager.findOneBy(Network, { id: made.id })).toEqual(made);
});

it("takes no people in, nor addresses of mail", async () => {
  const cards = [
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nFN:Amina\r\nEMAIL:amina@mail.example\r\nEND:VCARD",
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Card House\r\nEMAIL:all@mail.example\r\nEND:VCARD",
  ];
  const rows = await take(cards.join("\r\n"));
  expect(rows).toMatchObject([
    { line: 2, outcome: "created", field: "email" },
    { line: 1, outcome: "skipped", field: "kind" },
  ]);
  expect(await db().query("SELECT 1 FROM person")).toEqual([]);
});

const ODD = ["Health", "legal; aid, and more", "住房 🙂", 'x\\y: "z" <&>', "two\nlines"];
const area = (country: string, code: string | null, name: string) =>
  Object.assign(new OrganisationArea(), { country, code, name });
const name = fc.constantFrom(...ODD).map((text) => `House ${text}`);
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const facts = fc.record({
  name,
  names: fc
    .subarray(["fr", "ar", "zh-Hans"])
    .map((tags) =>
      tags.map((language) =>
        Object.assign(new OrganisationName(), { language, name: `Maison; ${language}` }),
      ),
    ),
  acronym: optional(fc.constantFrom("JT", "A;B,C")),
  categoryId: optional(fc.constantFrom("civil-society", "trade-unions")),
  countries: fc.subarray(["KE", "GB", "CI"]),
  areas: fc.subarray([area("KE", "KE-28", "Mombasa; Coast"), area("GB", null, "Wales, North")]),
  objectiveNumbers: fc.subarray([1, 7, 23]),
  sectors: fc.subarray(ODD),
  languages: fc.subarray(["sw", "pt-BR"]),
  needs: fc.subarray(ODD),
  offers: fc.subarray(ODD),
  website: optional(fc.constantFrom("https://jahazi.example.org/a,b;c?d=e")),
  description: optional(fc.constantFrom(...ODD)),
});
const identifiers = fc.subarray([
  { scheme: "gb-chc", value: "1096908" },
  { scheme: "odd", value: "a;b,c" },
]);

const FORMS = {
  vCard: organisationVCard,
  popolo: organisationPopolo,
  jsonLd: organisationLinkedData,
};

it("loses nothing of a card that is taken in where nothing was before", async () => {
  await fc.assert(
    fc.asyncProperty(facts, identifiers, async (told, known) => {
      const countries = [...new Set([...told.countries, ...told.areas.map((it) => it.country)])];
      const organisation = Object.assign(blankOrganisation(), { ...told, countries });
      for (const [form, write] of Object.entries(FORMS)) {
        await db().query("TRUNCATE organisation CASCADE");
        const [row] = await take(write({ organisation, identifiers: known }));
        expect([form, row]).toEqual([form, { line: 1, outcome: "created", id: row?.id }]);
        const { id = "" } = row ?? {};
        const made = await db().manager.findOneByOrFail(Organisation, { id });
        expect(made.countries.toSorted()).toEqual(countries.toSorted());
        expect(made).toMatchObject({ ...told, countries: made.countries });
        const kept = await db().manager.find(OrganisationIdentifier, {
          select: { scheme: true, value: true },
          where: { organisationId: id },
          order: { scheme: "ASC" },
        });
        expect(kept).toEqual([...known, { scheme: "test", value: organisation.id }]);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

it("does not begin a tie anew that it knows", async () => {
  const { sourceId, targetId } = await buildTie(db());
  const file = [
    "id,source_id,source,target_id,target,kind,relation,start_date,end_date",
    `t,${sourceId},,${targetId},,RELATIONSHIP,FUNDS,2020-01-01,`,
  ];
  expect(await outcomes(file.join("\n"))).toEqual(["updated"]);
  expect(await outcomes(file.join("\n"))).toEqual(["unchanged"]);
});
