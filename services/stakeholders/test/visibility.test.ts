import { Audience } from "@convene/shared/audience";
import { whereSql } from "@convene/shared/connection/list";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";
import sql, { raw, type Sql } from "sql-template-tag";
import { stakeholders } from "../src/definition.ts";
import type { Network } from "../src/network/network.entity.ts";
import { canSeeNetwork } from "../src/network/network.policy.ts";
import { networkVisibleTo } from "../src/network/network.repository.ts";
import { Organisation } from "../src/organisation/organisation.entity.ts";
import { canSeeOrganisation } from "../src/organisation/organisation.policy.ts";
import { organisationVisibleTo } from "../src/organisation/organisation.repository.ts";
import { Person } from "../src/person/person.entity.ts";
import { canSeePerson } from "../src/person/person.policy.ts";
import { personVisibleTo } from "../src/person/person.repository.ts";
import { Relationship } from "../src/relationship/relationship.entity.ts";
import { RelationshipStatus } from "../src/relationship/relationship.enum.ts";
import { canSeeTie } from "../src/relationship/relationship.policy.ts";
import { relationshipVisibleTo } from "../src/relationship/relationship.repository.ts";
import { buildNetwork, buildOrganisation, buildPerson, buildTie } from "./factories.ts";

/** In every one of these, the rule as SQL must find the very rows that the rule as a function allows. */
const { db } = createHarness(stakeholders);

const NETWORKS = ["net_1", "net_2"];
const ORGANISATIONS = ["org_1", "org_2", "org_3"];
const PEOPLE = ["per_1", "per_2"];
const audiences = Object.values(Audience);

const organisationRoles = fc.record({
  id: fc.constantFrom(...ORGANISATIONS),
  role: fc.constantFrom("OWNER" as const, "EDITOR" as const, "DELEGATE" as const),
});
const networkRoles = fc.record({
  id: fc.constantFrom(...NETWORKS),
  role: fc.constantFrom("SECRETARIAT" as const, "MEMBER" as const),
});
const anyViewer: fc.Arbitrary<Viewer | null> = fc.option(
  fc
    .record({
      person: fc.option(fc.constantFrom(...PEOPLE)),
      organisations: fc.array(organisationRoles, { maxLength: 3 }),
      networks: fc.array(networkRoles, { maxLength: 2 }),
      platform: fc.constantFrom([], ["ADMIN" as const], ["MODERATOR" as const]),
    })
    .map(buildViewer),
);
const anyAudience = fc.constantFrom(...audiences);
const someNetworks = fc.subarray(NETWORKS);

const asksOfDatabase = { numRuns: 60 };

async function idsSeen(table: string, conditions: readonly Sql[]): Promise<string[]> {
  const { text, values } = sql`SELECT t.id FROM ${raw(table)} AS t
    ${whereSql(conditions)} ORDER BY t.id`;
  const rows: { id: string }[] = await db().query(text, values);
  return rows.map(({ id }) => id);
}

beforeEach(() => db().query(`TRUNCATE organisation, person, network CASCADE`));

it("finds the organisations that canSeeOrganisation allows", async () => {
  const rows = fc.tuple(...ORGANISATIONS.map(() => fc.tuple(anyAudience, someNetworks)));
  for (const id of ORGANISATIONS) await buildOrganisation(db(), { id });
  const property = fc.asyncProperty(rows, anyViewer, async (given, viewer) => {
    for (const [index, [audience, networks]] of given.entries()) {
      await db().manager.update(Organisation, { id: ORGANISATIONS[index] }, { audience, networks });
    }
    const all = await db().manager.find(Organisation, { order: { id: "ASC" } });
    const allowed = all.filter((one) => canSeeOrganisation(viewer, one)).map(({ id }) => id);
    expect(await idsSeen("organisation", [organisationVisibleTo(viewer)])).toEqual(allowed);
  });
  await fc.assert(property, asksOfDatabase);
});

it("finds the people whom canSeePerson allows", async () => {
  const row = fc.record({
    audience: anyAudience,
    organisations: fc.subarray(ORGANISATIONS),
    networks: someNetworks,
  });
  for (const id of PEOPLE) await buildPerson(db(), { id });
  const property = fc.asyncProperty(fc.tuple(row, row), anyViewer, async (given, viewer) => {
    for (const [index, change] of given.entries()) {
      await db().manager.update(Person, { id: PEOPLE[index] }, change);
    }
    const all = await db().manager.find(Person, { order: { id: "ASC" } });
    const allowed = all.filter((one) => canSeePerson(viewer, one)).map(({ id }) => id);
    expect(await idsSeen("person", [personVisibleTo(viewer)])).toEqual(allowed);
  });
  await fc.assert(property, asksOfDatabase);
});

it("finds the networks that canSeeNetwork allows", async () => {
  const networks: Network[] = [];
  for (const audience of audiences) {
    networks.push(await buildNetwork(db(), { id: `net_${networks.length + 1}`, audience }));
  }
  const property = fc.asyncProperty(anyViewer, async (viewer) => {
    const allowed = networks.filter((one) => canSeeNetwork(viewer, one)).map(({ id }) => id);
    expect(await idsSeen("network", [networkVisibleTo(viewer)])).toEqual(allowed);
  });
  await fc.assert(property, asksOfDatabase);
});

it("finds the relationships that canSeeTie allows, of which both ends are visible", async () => {
  const { PROPOSED, CONFIRMED } = RelationshipStatus;
  for (const id of ORGANISATIONS) await buildOrganisation(db(), { id, networks: ["net_1"] });
  for (const [sourceId, targetId] of [
    ["org_1", "org_2"],
    ["org_2", "org_3"],
    ["org_3", "org_1"],
  ]) {
    await buildTie(db(), { sourceId, targetId });
  }
  const rows = fc.tuple(...ORGANISATIONS.map(() => anyAudience));
  const property = fc.asyncProperty(rows, fc.boolean(), anyViewer, async (given, open, viewer) => {
    for (const [index, audience] of given.entries()) {
      await db().manager.update(Organisation, { id: ORGANISATIONS[index] }, { audience });
    }
    const state = open
      ? { status: CONFIRMED, proposer: null }
      : { status: PROPOSED, proposer: "org_1" };
    await db().query(`UPDATE relationship SET status = $1, proposer_id = $2`, Object.values(state));
    const ties = await db().manager.find(Relationship, { order: { id: "ASC" } });
    const ends = await db().manager.find(Organisation);
    const isSeen = (id: string) =>
      ends.some((end) => end.id === id && canSeeOrganisation(viewer, end));
    const allowed = ties
      .filter((tie) => canSeeTie(viewer, tie) && isSeen(tie.sourceId) && isSeen(tie.targetId))
      .map(({ id }) => id);
    expect(await idsSeen("relationship", relationshipVisibleTo(viewer))).toEqual(allowed);
  });
  await fc.assert(property, asksOfDatabase);
});
