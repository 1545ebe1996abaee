import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import {
  buildHiddenOrganisation,
  buildOrganisation,
  codeOf,
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";

const { db, execute, told } = createHarness(stakeholders);

const CREATE = `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
  id name names { language name } acronym category { id } identifiers { scheme value }
  countries areas { country code name } objectives { number } sectors languages needs offers isOpenToPartners website description
  lastConfirmedOn audience viewerCanEdit
} }`;
const UPDATE = `mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) {
  name acronym countries areas { name } objectives { number } identifiers { scheme value } website
} }`;
const CONFIRM = `mutation ($input: ConfirmOrganisationInput!) {
  confirmOrganisation(input: $input) { lastConfirmedOn }
}`;
const DELETE = `mutation ($input: DeleteOrganisationInput!) { deleteOrganisation(input: $input) { name } }`;
const FULL = {
  name: "  Well  ",
  names: [{ language: "fr", name: "Puits" }],
  acronym: "W",
  category: "civil-society",
  identifiers: [{ scheme: "GB-CHC", value: "1234567" }],
  countries: ["GB"],
  areas: [{ country: "KE", code: "KE-30", name: "Nairobi City" }],
  objectives: [13, 6],
  sectors: ["health"],
  needs: ["interpreters", "a room"],
  offers: ["legal advice"],
  isOpenToPartners: false,
  languages: ["en"],
  website: "https://well.example.org",
  description: "Digs.",
};

describe("createOrganisation", () => {
  it("keeps all that is said, in order, and tells the change feed", async () => {
    const { data } = await execute(CREATE, { viewer: admin, input: FULL });
    const { id, ...made } = data.createOrganisation;
    expect(made).toEqual({
      ...FULL,
      name: "Well",
      category: { id: "civil-society" },
      identifiers: [{ scheme: "gb-chc", value: "1234567" }],
      countries: ["GB", "KE"],
      objectives: [{ number: 6 }, { number: 13 }],
      lastConfirmedOn: null,
      audience: "PUBLIC",
      viewerCanEdit: true,
    });
    const change = (await told("Organisation")).find((one) => one.id === id);
    expect(change?.payload).toEqual({
      protection: { audience: "PUBLIC", organisations: [id], networks: [] },
      name: "Well",
      names: FULL.names,
      otherNames: [],
      profiles: [],
      acronym: "W",
      category: "civil-society",
      identifiers: [{ scheme: "gb-chc", value: "1234567" }],
      countries: ["GB", "KE"],
      areas: FULL.areas,
      objectives: [6, 13],
      sectors: ["health"],
      needs: ["interpreters", "a room"],
      offers: ["legal advice"],
      isOpenToPartners: false,
      languages: ["en"],
      website: FULL.website,
      description: "Digs.",
      lastConfirmedOn: null,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
  });

  it("makes one organisation of the same request sent twice", async () => {
    const request = { viewer: admin, input: { name: "Twice", idempotencyKey: "key-1" } };
    const first = await execute(CREATE, request);
    const second = await execute(CREATE, request);
    expect(second.data.createOrganisation.id).toBe(first.data.createOrganisation.id);
  });

  it("keeps an identifier in one way, however it is written", async () => {
    const identifiers = [
      { scheme: "iati", value: "XM-DAC-41121" },
      { scheme: "NL-KVK", value: "NL-KVK-41160540" },
      { scheme: "org-id", value: "CA-CRA_ACR-1188 55433-RR" },
      { scheme: "xi-ror", value: "https://ror.org/05DXPS055" },
      { scheme: "ECOSOC", value: "Special 1998/3" },
    ];
    const { data } = await execute(CREATE, {
      viewer: admin,
      input: { name: "Known", identifiers },
    });
    expect(data.createOrganisation.identifiers).toEqual([
      { scheme: "xm-dac", value: "41121" },
      { scheme: "nl-kvk", value: "41160540" },
      { scheme: "ca-cra_acr", value: "1188 55433-RR" },
      { scheme: "ror", value: "05dxps055" },
      { scheme: "ecosoc", value: "Special 1998/3" },
    ]);
    const asked = await execute(
      `{ organisationByIdentifier(scheme: "org-id", value: "XM-DAC-41121") { name } }`,
    );
    expect(asked.data.organisationByIdentifier).toEqual({ name: "Known" });
  });

  it("refuses an anonymous viewer", async () => {
    expect(codeOf(await execute(CREATE, { input: FULL }))).toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("refuses an account that is tied to no person", async () => {
    const answer = await execute(CREATE, { viewer: buildViewer(), input: { name: "Well" } });
    expect(codeOf(answer)).toMatchObject({ code: "FORBIDDEN" });
  });

  it("lets the secretariat of a network enter one", async () => {
    const viewer = buildViewer({ networks: [{ id: newId("net"), role: "SECRETARIAT" }] });
    const { data } = await execute(CREATE, { viewer, input: { name: "Entered" } });
    expect(data.createOrganisation.name).toBe("Entered");
  });

  it.each([
    ["name", { name: " " }],
    ["name", { name: "…" }],
    ["objectives", { objectives: [24] }],
    ["category", { category: "nonsense" }],
    ["website", { website: "ftp://well.example.org" }],
    ["names.0.name", { names: [{ language: "fr", name: "" }] }],
    ["names", { names: ["fr", "FR"].map((language) => ({ language, name: "Puits" })) }],
    ["identifiers.0.value", { identifiers: [{ scheme: "ror", value: " " }] }],
    ["identifiers", { identifiers: ["a", "A"].map((value) => ({ scheme: "ecosoc", value })) }],
    ["identifiers.0.scheme", { identifiers: [{ scheme: "GB-NONE", value: "1" }] }],
    ["identifiers.0.value", { identifiers: [{ scheme: "iati", value: "GB-NONE-1" }] }],
    ["identifiers.0.value", { identifiers: [{ scheme: "ror", value: "05dxps056" }] }],
    ["needs.0", { needs: [" "] }],
    ["offers", { offers: Array.from({ length: 51 }, (_, at) => `Offer ${at}`) }],
    ["sectors.0", { sectors: ["x".repeat(201)] }],
  ])("refuses an invalid %s: %j", async (field, part) => {
    const answer = await execute(CREATE, { viewer: admin, input: { name: "Well", ...part } });
    expect(codeOf(answer)).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  it("refuses an identifier of another organisation, whatever its case, and names nobody", async () => {
    await buildOrganisation(db(), {
      name: "Secret Society",
      audience: Audience.NOBODY,
      identifiers: [{ scheme: "ecosoc", value: "abc1" }],
    });
    const identifiers = [{ scheme: "ECOSOC", value: "ABC1" }];
    const answer = await execute(CREATE, { viewer: admin, input: { name: "Well", identifiers } });
    expect(codeOf(answer)).toMatchObject({ code: "CONFLICT", field: "identifiers" });
    expect(answer.errors?.[0]?.message).not.toContain("Secret");
  });
});

describe("updateOrganisation", () => {
  it("changes what is given, clears what is null and leaves the rest", async () => {
    const { id } = await buildOrganisation(db(), {
      name: "Old",
      acronym: "O",
      website: "https://old.example.org",
      countries: ["GB"],
      objectiveNumbers: [1],
      identifiers: [{ scheme: "old", value: "1" }],
    });
    const areas = [{ country: "KE", name: "Kisumu" }];
    const input = { id, name: "New", acronym: null, areas, objectives: null };
    const { data } = await execute(UPDATE, { viewer: viewerOf([{ id }]), input });
    expect(data.updateOrganisation).toEqual({
      name: "New",
      acronym: null,
      countries: ["GB", "KE"],
      areas: [{ name: "Kisumu" }],
      objectives: [],
      identifiers: [{ scheme: "old", value: "1" }],
      website: "https://old.example.org",
    });
  });

  it("replaces the identifiers by those given", async () => {
    const { id } = await buildOrganisation(db(), { identifiers: [{ scheme: "b", value: "1" }] });
    const input = { id, identifiers: [{ scheme: "B", value: "2" }] };
    const { data } = await execute(UPDATE, { viewer: admin, input });
    expect(data.updateOrganisation.identifiers).toEqual([{ scheme: "b", value: "2" }]);
    const change = (await told("Organisation")).find((one) => one.id === id);
    expect(change?.payload).toMatchObject({ identifiers: [{ scheme: "b", value: "2" }] });
  });

  it("refuses an anonymous viewer", async () => {
    const { id } = await buildOrganisation(db());
    expect(codeOf(await execute(UPDATE, { input: { id } }))).toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("refuses its delegates, and the editors of another organisation", async () => {
    const [one, other] = [await buildOrganisation(db()), await buildOrganisation(db())];
    for (const viewer of [viewerOf([one], "DELEGATE"), viewerOf([other])]) {
      const answer = await execute(UPDATE, { viewer, input: { id: one.id, name: "Mine" } });
      expect(codeOf(answer)).toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("knows nothing of what the viewer may not see", async () => {
    const { id } = await buildHiddenOrganisation(db());
    const viewer = viewerOf([await buildOrganisation(db())]);
    const answer = await execute(UPDATE, { viewer, input: { id, name: "Mine" } });
    expect(codeOf(answer)).toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    ["name", { name: null }],
    ["audience", { audience: null }],
  ])("refuses to take away the %s", async (field, part) => {
    const { id } = await buildOrganisation(db());
    const answer = await execute(UPDATE, { viewer: admin, input: { id, ...part } });
    expect(codeOf(answer)).toMatchObject({ code: "BAD_USER_INPUT", field });
  });
});

describe("confirmOrganisation", () => {
  it("notes the day of today, or the day that is told", async () => {
    const { id } = await buildOrganisation(db());
    const viewer = viewerOf([{ id }]);
    const { data } = await execute(CONFIRM, { viewer, input: { id } });
    expect(data.confirmOrganisation.lastConfirmedOn).toBe(new Date().toISOString().slice(0, 10));
    const told = await execute(CONFIRM, { viewer, input: { id, on: "2024-02-29" } });
    expect(told.data.confirmOrganisation.lastConfirmedOn).toBe("2024-02-29");
  });

  it("refuses an anonymous viewer, a stranger, a day to come and a hidden organisation", async () => {
    const { id } = await buildOrganisation(db());
    const hidden = await buildHiddenOrganisation(db());
    const stranger = viewerOf([await buildOrganisation(db())]);
    const ask = async (viewer: typeof stranger | null, input: object) =>
      codeOf(await execute(CONFIRM, { viewer, input }));
    expect(await ask(null, { id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(stranger, { id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(admin, { id, on: "2999-01-01" })).toMatchObject({ field: "on" });
    expect(await ask(stranger, { id: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("deleteOrganisation", () => {
  it("takes away what nothing hangs on, and leaves a tombstone", async () => {
    const { id } = await buildOrganisation(db(), { name: "Mistake" });
    const { data } = await execute(DELETE, { viewer: viewerOf([{ id }], "OWNER"), input: { id } });
    expect(data.deleteOrganisation.name).toBe("Mistake");
    const gone = await execute(`query ($id: ID!) { organisation(id: $id) { id } }`, {
      viewer: admin,
      id,
    });
    expect(gone.data.organisation).toBeNull();
    expect((await told("Organisation")).find((one) => one.id === id)?.payload).toBeNull();
  });

  it("refuses an anonymous viewer, an editor and a hidden organisation", async () => {
    const { id } = await buildOrganisation(db());
    const hidden = await buildHiddenOrganisation(db());
    const editor = viewerOf([{ id }]);
    const ask = async (viewer: typeof editor | null, input: object) =>
      codeOf(await execute(DELETE, { viewer, input }));
    expect(await ask(null, { id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(editor, { id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(editor, { id: hidden.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await ask(admin, { id: "nonsense" })).toMatchObject({ code: "NOT_FOUND" });
  });
});
