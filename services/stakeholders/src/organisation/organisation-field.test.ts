import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";
import { buildOrganisation, buildPerson, codeOf, viewerOf } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import type { OrganisationFieldName } from "./organisation-field.enum.ts";
import { otherName } from "./organisation-origin.value.ts";
import type { Organisation } from "./organisation.entity.ts";

const { db, execute, told } = createHarness(stakeholders);
const NETWORK = "net_of_fields";

const FILLED = {
  ...{ name: "Lamp House", networks: [NETWORK], countries: ["KE"], objectiveNumbers: [7] },
  areas: [{ country: "KE", code: "KE-30", name: "Nairobi" }],
  ...{ description: "Shelter", languages: ["sw"], needs: ["nurses"], offers: ["beds"] },
  ...{ otherNames: [otherName("The Lamp")], sectors: ["shelter"] },
  website: "https://lamp.example",
  ...{ createdAt: new Date("2026-01-01"), updatedAt: new Date("2026-01-01") },
};
/** What each leaves empty, in the words of this test. */
const EMPTY: Readonly<Record<OrganisationFieldName, Partial<Organisation>>> = {
  ...{ AREAS: { areas: [] }, COUNTRIES: { countries: [], areas: [] } },
  ...{ DESCRIPTION: { description: null }, WEBSITE: { website: null }, IDENTIFIERS: {} },
  ...{ LANGUAGES: { languages: [] }, NEEDS: { needs: [] }, OFFERS: { offers: [] } },
  ...{ OBJECTIVES: { objectiveNumbers: [] }, OTHER_NAMES: { otherNames: [] } },
  SECTORS: { sectors: [] },
};
const FIELDS = Object.keys(EMPTY) as OrganisationFieldName[];

type Audiences = Partial<Record<OrganisationFieldName, Audience>>;

/** Its identifier elsewhere; short, so that no line of a card is folded in it. */
const numberOf = (id: string): string => id.slice(-12);

/** What reads alike of two records. */
const alike = (told: unknown, id: string): unknown =>
  JSON.parse(JSON.stringify(told).replaceAll(id, "ID").replaceAll(numberOf(id), "NUMBER"));

async function build(hidden: readonly OrganisationFieldName[], fieldAudiences: Audiences = {}) {
  const fields = Object.assign({}, FILLED, ...hidden.map((field) => EMPTY[field]));
  const made = await buildOrganisation(db(), { ...fields, fieldAudiences });
  if (hidden.includes("IDENTIFIERS")) return made.id;
  const identifier = { scheme: "lamps", value: numberOf(made.id), organisationId: made.id };
  await db().manager.insert("OrganisationIdentifier", identifier);
  return made.id;
}

/** Who acts for one of the organisations, or stands in its network, and whose fields they see. */
const VIEWERS: readonly (readonly [(id: string) => Viewer | null, readonly Audience[]])[] = [
  [() => null, []],
  [() => buildViewer(), []],
  [() => buildViewer({ networks: [{ id: NETWORK, role: "MEMBER" }] }), [Audience.NETWORK]],
  [(id) => viewerOf([{ id }], "DELEGATE"), [Audience.NETWORK, Audience.ORGANISATION]],
  [(id) => viewerOf([{ id }]), [Audience.NETWORK, Audience.ORGANISATION, Audience.NOBODY]],
  [() => admin, [Audience.NETWORK, Audience.ORGANISATION, Audience.NOBODY]],
];

const SHOWN = `query ($id: ID!, $value: String!) {
  organisation(id: $id) { id name countries areas { country code name } objectives { number }
    description languages needs offers otherNames { name } sectors website
    identifiers { scheme value } vCard jsonLd popolo }
  organisationByIdentifier(scheme: "lamps", value: $value) { id } }`;
const which = (field: string, value: string) =>
  ["anyOf", "allOf", "noneOf"].map(
    (part) => `${field}_${part}: organisations(
      filter: { ids: [$id], ${field}: { ${part}: [${value}] } }) { totalCount nodes { id } }`,
  );
const FOUND = `query ($id: ID!) { ${[
  ...[which("countries", `"KE"`), which("sectors", `"shelter"`), which("objectives", "7")],
]
  .flat()
  .join("\n")} }`;

async function ask(query: string, id: string, viewer: Viewer | null): Promise<unknown> {
  const { data, errors } = await execute(query, { viewer, id, value: numberOf(id) });
  expect(errors).toBeUndefined();
  return alike(data, id);
}

async function tellingOf(id: string): Promise<unknown> {
  const confirm = `mutation ($input: ConfirmOrganisationInput!) {
    confirmOrganisation(input: $input) { id } }`;
  await execute(confirm, { viewer: admin, input: { id, on: "2026-01-02" } });
  const change = (await told("Organisation")).find((one) => one.id === id);
  return alike(change?.payload, id);
}

it("shows, finds and tells a record as if the fields that one does not see were empty", async () => {
  const narrower = fc.constantFrom(Audience.NETWORK, Audience.ORGANISATION, Audience.NOBODY);
  const chosen = fc.array(fc.tuple(fc.constantFrom(...FIELDS), narrower), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(chosen, fc.constantFrom(...VIEWERS), async (given, [viewer, sees]) => {
      const audiences = Object.fromEntries(given) as Audiences;
      const narrow = FIELDS.filter((field) => audiences[field] !== undefined);
      const hidden = narrow.filter((field) => !sees.includes(audiences[field] as Audience));
      const kept = await build([], audiences);
      const [shown, general] = [await build(hidden), await build(narrow)];
      expect(await ask(SHOWN, kept, viewer(kept))).toEqual(await ask(SHOWN, shown, viewer(shown)));
      expect(await ask(FOUND, kept, viewer(kept))).toEqual(
        await ask(FOUND, general, viewer(general)),
      );
      expect(await tellingOf(kept)).toEqual(await tellingOf(general));
    }),
    { numRuns: 25 },
  );
});

const UPDATE = `mutation ($input: UpdateOrganisationInput!) {
  updateOrganisation(input: $input) { website fieldAudiences { field audience } } }`;
const update = (viewer: Viewer | null, id: string, fieldAudiences: unknown) =>
  execute(UPDATE, { viewer, input: { id, fieldAudiences } });

it("lets its editors choose who sees a field, and tells nobody else that they have", async () => {
  const id = await build([]);
  const website = { field: "WEBSITE", audience: "NETWORK" };
  const all = { field: "NEEDS", audience: "PUBLIC" };
  const { data } = await update(viewerOf([{ id }]), id, [website, all]);
  expect(data.updateOrganisation).toEqual({
    website: FILLED.website,
    fieldAudiences: [website],
  });
  const query = `query ($id: ID!) { organisation(id: $id) { website needs fieldAudiences { field } } }`;
  expect(await ask(query, id, buildViewer())).toEqual({
    organisation: { website: null, needs: ["nurses"], fieldAudiences: null },
  });
  for (const [given, field] of [
    [[website, { ...website, audience: "NOBODY" }], "fieldAudiences"],
    [[{ ...website, audience: "TAKEN_DOWN" }], "fieldAudiences.0.audience"],
  ] as const) {
    expect(codeOf(await update(admin, id, given))).toMatchObject({ code: "BAD_USER_INPUT", field });
  }
  expect(codeOf(await update(null, id, []))).toMatchObject({ code: "UNAUTHENTICATED" });
  expect(codeOf(await update(buildViewer(), id, []))).toMatchObject({ code: "FORBIDDEN" });
  expect((await update(admin, id, null)).data.updateOrganisation.fieldAudiences).toEqual([]);
});

it("suggests nobody as a duplicate by what is kept from some, and keeps it through a merge", async () => {
  const [from, into] = [await build([], { WEBSITE: Audience.NETWORK }), await build([])];
  for (const [id, name] of [
    [from, "Quite another"],
    [into, "Unlike it"],
  ]) {
    await db().query("UPDATE organisation SET name = $2, name_key = lower($2) WHERE id = $1", [
      ...[id, name],
    ]);
  }
  const query = `query ($id: ID!) { organisation(id: $id) {
    duplicates(first: 100) { nodes { other { id } } } } }`;
  const { data } = await execute(query, { viewer: viewerOf([{ id: into }]), id: into });
  const others = data.organisation.duplicates.nodes.map(
    (one: { other: { id: string } }) => one.other.id,
  );
  expect(others).not.toContain(from);
  const hiding = await build([], { IDENTIFIERS: Audience.NOBODY });
  const merge = `mutation ($input: MergeOrganisationsInput!) {
    mergeOrganisations(input: $input) { into { identifiers { value } } } }`;
  await execute(merge, { viewer: admin, input: { from: hiding, into } });
  const read = `query ($id: ID!) { organisation(id: $id) { identifiers { value } } }`;
  expect((await execute(read, { id: into })).data.organisation.identifiers).toEqual([]);
});

it("shows what people say of themselves to those whom they have chosen, on their cards too", async () => {
  const kept = { organisations: ["org_of_about"], networks: [NETWORK], audience: Audience.PUBLIC };
  const { id } = await buildPerson(db(), { ...kept, name: "Ana", about: "Fled from Lamu" });
  const change = `mutation ($input: UpdatePersonInput!) {
    updatePerson(input: $input) { about aboutAudience } }`;
  const themselves = buildViewer({ person: id });
  const put = (aboutAudience: string | null) =>
    execute(change, { viewer: themselves, input: { id, aboutAudience } });
  expect((await put("NETWORK")).data.updatePerson).toEqual({
    ...{ about: "Fled from Lamu", aboutAudience: "NETWORK" },
  });
  expect(codeOf(await put("TAKEN_DOWN"))).toMatchObject({ field: "aboutAudience" });
  const query = `query ($id: ID!) { person(id: $id) { name about aboutAudience vCard jsonLd popolo } }`;
  const seen = async (viewer: Viewer | null) =>
    (await execute(query, { viewer, id })).data.person as Record<string, string | null>;
  for (const viewer of [null, buildViewer()]) {
    const shown = await seen(viewer);
    expect(shown).toMatchObject({ name: "Ana", about: null, aboutAudience: null });
    expect(JSON.stringify(shown)).not.toContain("Lamu");
  }
  const member = await seen(buildViewer({ networks: [{ id: NETWORK, role: "MEMBER" }] }));
  expect(member).toMatchObject({ about: "Fled from Lamu", vCard: expect.stringContaining("Lamu") });
  expect((await put(null)).data.updatePerson.aboutAudience).toBe("PUBLIC");
  expect((await seen(null))["about"]).toBe("Fled from Lamu");
});
