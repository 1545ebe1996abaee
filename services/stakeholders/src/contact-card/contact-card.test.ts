import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import ICAL from "ical.js";
import {
  buildHeldRole,
  buildHiddenOrganisation,
  buildOrganisation,
  buildPerson,
  daysFromToday,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { OrganisationArea, OrganisationName } from "../organisation/organisation.entity.ts";
import { blankOrganisation } from "../organisation/blank-organisation.value.ts";
import { RoleAccess } from "../role/role.enum.ts";
import { organisationVCard } from "./vcard.value.ts";

const { db, execute, sqlOf } = createHarness(stakeholders);
const CARDS = "vCard jsonLd popolo";
const ORGANISATION = `query ($id: ID!) { organisation(id: $id) { ${CARDS} } }`;
const PERSON = `query ($id: ID!) { person(id: $id) { ${CARDS} } }`;

interface CardLine {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
}

const read = (card: string): CardLine[] => {
  const [, lines] = ICAL.parse(card) as [string, [string, Record<string, string>, string][]];
  return lines.map(([name, parameters, , ...values]) => ({ name, parameters, values }));
};
const valuesOf = (card: string, name: string): unknown[] =>
  read(card)
    .filter((one) => one.name === name)
    .flatMap(({ values }) => values);

const area = (country: string, code: string | null, name: string) =>
  Object.assign(new OrganisationArea(), { country, code, name });
const named = (language: string, name: string) =>
  Object.assign(new OrganisationName(), { language, name });

it("writes an organisation in all three forms", async () => {
  const { id } = await buildOrganisation(db(), {
    name: "Jahazi; Trust, & Co",
    acronym: "JT",
    names: [named("fr", "Fonds Jahazi")],
    categoryId: "civil-society",
    countries: ["KE", "GB"],
    areas: [area("KE", "KE-28", "Mombasa")],
    objectiveNumbers: [3, 7],
    sectors: ["Health", "Shelter"],
    languages: ["sw", "en"],
    needs: ["interpreters"],
    offers: ["a boat"],
    website: "https://jahazi.example.org",
    description: "Sails.\nAnd rows.",
    identifiers: [{ scheme: "gb-chc", value: "1096908" }],
    updatedAt: new Date("2026-02-03T04:05:06Z"),
  });
  const { data } = await execute(ORGANISATION, { id });
  const { vCard, jsonLd, popolo } = data.organisation;
  expect(vCard.split("\r\n").slice(0, 3)).toEqual(["BEGIN:VCARD", "VERSION:4.0", "KIND:org"]);
  expect(vCard).toContain("\r\nREV:20260203T040506Z\r\n");
  expect(vCard).toContain("\r\nADR;CC=GB:;;;;;;United Kingdom\r\n");
  expect(vCard).toContain("\r\nORG:Jahazi\\; Trust\\, & Co\r\n");
  expect(valuesOf(vCard, "fn")).toEqual(["Jahazi; Trust, & Co", "Fonds Jahazi"]);
  expect(valuesOf(vCard, "lang")).toEqual(["sw", "en"]);
  expect(valuesOf(vCard, "uid")).toEqual([id]);
  expect(JSON.parse(jsonLd)).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Organization",
    identifier: [{ value: id }, { propertyID: "gb-chc", value: "1096908" }],
    areaServed: [{ identifier: "KE" }, { identifier: "GB" }, { identifier: "KE-28" }],
    seeks: [{ name: "interpreters" }],
    makesOffer: [{ name: "a boat" }],
  });
  expect(JSON.parse(popolo)).toMatchObject({
    ...{ id, name: "Jahazi; Trust, & Co", classification: "civil-society" },
    other_names: [
      { name: "Fonds Jahazi", lang: "fr" },
      { name: "JT", note: "acronym" },
    ],
    identifiers: [{ scheme: "gb-chc", identifier: "1096908" }],
    links: [{ url: "https://jahazi.example.org" }],
  });
});

it("writes a person with the roles of today in organisations that the viewer sees", async () => {
  const shown = await buildOrganisation(db(), { name: "Shown House" });
  const hidden = await buildHiddenOrganisation(db());
  const over = await buildOrganisation(db(), { name: "Left House" });
  const { id } = await buildPerson(db(), { name: "Amina", audience: Audience.PUBLIC });
  const role = { personId: id, startDate: daysFromToday(-9), access: RoleAccess.OWNER };
  await buildHeldRole(db(), { ...role, organisationId: shown.id, title: "Director" });
  await buildHeldRole(db(), { ...role, organisationId: hidden.id, title: "Secret" });
  const endDate = daysFromToday(-1);
  await buildHeldRole(db(), { ...role, organisationId: over.id, title: "Before", endDate });
  const { data } = await execute(PERSON, { id });
  const { vCard, jsonLd, popolo } = data.person;
  expect(read(vCard).slice(1)).toMatchObject([
    { name: "kind", values: ["individual"] },
    { name: "uid", values: [id] },
    { name: "fn", values: ["Amina"] },
    { name: "org", parameters: { group: "role1" }, values: ["Shown House"] },
    { name: "title", parameters: { group: "role1" }, values: ["Director"] },
  ]);
  expect(JSON.parse(jsonLd).memberOf).toMatchObject([
    { roleName: "Director", memberOf: { name: "Shown House" } },
  ]);
  expect(JSON.parse(popolo).memberships).toMatchObject([{ organization_id: shown.id }]);
  for (const card of [vCard, jsonLd, popolo]) {
    for (const word of [hidden.id, "Secret", "Left House", "OWNER", "EMAIL"]) {
      expect(card).not.toContain(word);
    }
  }
});

it("has no card of what is hidden", async () => {
  const { id } = await buildHiddenOrganisation(db());
  expect((await execute(ORGANISATION, { id })).data.organisation).toBeNull();
});

it("takes as many statements for many as for one", async () => {
  const many = `{ organisations(first: 20) { nodes { ${CARDS} } } }`;
  const one = `{ organisations(first: 1) { nodes { ${CARDS} } } }`;
  const count = async (query: string) => (await sqlOf(() => execute(query))).length;
  expect(await count(many)).toBe(await count(one));
});

it("escapes and folds whatever a record holds, in lines of at most 75 bytes", () => {
  const signs = fc.constantFrom(
    ...Array.from("aé中🙂;,\\:\"'\n=^ \t"),
    "BEGIN:VCARD",
    "\nEMAIL:a@b.example",
  );
  const text = fc.string({ unit: signs, minLength: 1, maxLength: 60 }).map((it) => `x${it}x`);
  const texts = fc.array(text, { maxLength: 3 });
  fc.assert(
    fc.property(text, texts, texts, (name, sectors, needs) => {
      const told = { name, sectors, needs, description: name, acronym: name };
      const card = organisationVCard({
        organisation: Object.assign(blankOrganisation(), told),
        identifiers: needs.map((value) => ({ scheme: "test", value })),
      });
      expect(valuesOf(card, "fn")).toEqual([name]);
      expect(valuesOf(card, "nickname")).toEqual([name]);
      expect(valuesOf(card, "note")).toEqual([name]);
      expect(valuesOf(card, "categories")).toEqual(sectors);
      expect(valuesOf(card, "x-convene-need")).toEqual(needs);
      expect(valuesOf(card, "x-convene-identifier")).toEqual(needs);
      expect(valuesOf(card, "email")).toEqual([]);
      for (const line of card.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThan(76);
    }),
    { numRuns: 60 },
  );
});
