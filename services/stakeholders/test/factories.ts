import { Audience } from "@convene/shared/audience";
import { normaliseName } from "@convene/shared/table/name-key";
import { foldText } from "@convene/shared/table/text-folding";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { OrganisationRole, Viewer } from "@convene/shared/viewer";
import type { DataSource } from "typeorm";
import type { NetworkMember } from "../src/network-member/network-member.entity.ts";
import { buildNetworkMember } from "../src/network-member/network-member.service.ts";
import type { Network } from "../src/network/network.entity.ts";
import { NetworkKind } from "../src/network/network.enum.ts";
import { blankNetwork } from "../src/network/network.service.ts";
import { OrganisationIdentifier } from "../src/organisation/organisation-identifier.entity.ts";
import type { Organisation } from "../src/organisation/organisation.entity.ts";
import { otherNameKeys } from "../src/organisation/organisation-origin.value.ts";
import { blankOrganisation } from "../src/organisation/blank-organisation.value.ts";
import type { Person } from "../src/person/person.entity.ts";
import { buildBlankPerson } from "../src/person/person.service.ts";
import type { Relationship } from "../src/relationship/relationship.entity.ts";
import { RelationshipType } from "../src/relationship/relationship.enum.ts";
import { buildRelationship } from "../src/relationship/relationship.service.ts";
import type { Role } from "../src/role/role.entity.ts";
import { buildRole } from "../src/role/role.service.ts";

let made = 0;
/** A number that no other call in this file gets, for names. */
export const next = (): number => ++made;

type OrganisationOverrides = Partial<Organisation> & {
  readonly identifiers?: readonly { scheme: string; value: string }[];
};

/** Straight into the tables, so that a test's own words are what it tests. */
export async function buildOrganisation(
  db: DataSource,
  { identifiers = [], ...overrides }: OrganisationOverrides = {},
): Promise<Organisation> {
  const name = overrides.name ?? `Organisation ${next()}`;
  const organisation = Object.assign(blankOrganisation(), {
    name,
    nameKey: normaliseName(name),
    otherNameKeys: otherNameKeys(overrides.otherNames ?? []),
    ...overrides,
  });
  await db.manager.save(organisation);
  for (const identifier of identifiers) {
    await db.manager.insert(OrganisationIdentifier, {
      ...identifier,
      organisationId: organisation.id,
    });
  }
  return organisation;
}

/** One that nobody but its own people sees. */
export const buildHiddenOrganisation = (db: DataSource): Promise<Organisation> =>
  buildOrganisation(db, { audience: Audience.NOBODY });

/** A viewer with one role in each of these organisations. */
export const viewerOf = (
  organisations: readonly { readonly id: string }[],
  role: OrganisationRole = "EDITOR",
): Viewer => buildViewer({ organisations: organisations.map(({ id }) => ({ id, role })) });

/** What the first error of an answer tells a program. */
export const codeOf = (result: { errors?: readonly { extensions?: object }[] }): unknown =>
  result.errors?.[0]?.extensions;

export async function buildPerson(
  db: DataSource,
  overrides: Partial<Person> = {},
): Promise<Person> {
  const name = overrides.name ?? `Person ${next()}`;
  const person = Object.assign(buildBlankPerson(), { name, nameKey: foldText(name), ...overrides });
  await db.manager.save(person);
  return person;
}

/** Makes the organisation and the person where none are given. Standings are not refreshed. */
export async function buildHeldRole(db: DataSource, overrides: Partial<Role> = {}): Promise<Role> {
  const role = buildRole({
    organisationId: overrides.organisationId ?? (await buildOrganisation(db)).id,
    personId: overrides.personId ?? (await buildPerson(db)).id,
    ...overrides,
  });
  await db.manager.save(role);
  return role;
}

export async function buildNetwork(
  db: DataSource,
  overrides: Partial<Network> = {},
): Promise<Network> {
  const name = overrides.name ?? `Network ${next()}`;
  const blank = blankNetwork(NetworkKind.GLOBAL);
  const network = Object.assign(blank, { name, nameKey: foldText(name), ...overrides });
  await db.manager.save(network);
  return network;
}

/** Makes the network where none is given, and the organisation where no person is. */
export async function buildMember(
  db: DataSource,
  overrides: Partial<NetworkMember> = {},
): Promise<NetworkMember> {
  const member = buildNetworkMember({
    networkId: overrides.networkId ?? (await buildNetwork(db)).id,
    organisationId: overrides.personId ? null : (await buildOrganisation(db)).id,
    ...overrides,
  });
  await db.manager.save(member);
  return member;
}

/** Confirmed, between two new organisations, unless told. */
export async function buildTie(
  db: DataSource,
  overrides: Partial<Relationship> = {},
): Promise<Relationship> {
  const relationship = buildRelationship({
    type: RelationshipType.FUNDS,
    sourceId: overrides.sourceId ?? (await buildOrganisation(db)).id,
    targetId: overrides.targetId ?? (await buildOrganisation(db)).id,
    ...overrides,
  });
  await db.manager.save(relationship);
  return relationship;
}

/** The secretariat of a network. */
export const secretariatOf = ({ id }: Pick<Network, "id">): Viewer =>
  buildViewer({ networks: [{ id, role: "SECRETARIAT" }] });

/** A date so many days from today. */
export const daysFromToday = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
