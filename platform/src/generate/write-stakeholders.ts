import { NetworkMember } from "@convene/stakeholders/network-member/network-member.entity";
import { publishNetworkMembers } from "@convene/stakeholders/network-member/network-member.feed";
import { Network } from "@convene/stakeholders/network/network.entity";
import { publishNetworks } from "@convene/stakeholders/network/network.feed";
import { OrganisationIdentifier } from "@convene/stakeholders/organisation/organisation-identifier.entity";
import { Organisation } from "@convene/stakeholders/organisation/organisation.entity";
import { publishOrganisations } from "@convene/stakeholders/organisation/organisation.feed";
import { Person } from "@convene/stakeholders/person/person.entity";
import { publishPeople } from "@convene/stakeholders/person/person.feed";
import { Relationship } from "@convene/stakeholders/relationship/relationship.entity";
import { publishRelationships } from "@convene/stakeholders/relationship/relationship.feed";
import { Role } from "@convene/stakeholders/role/role.entity";
import { type Counts, inBulk, insertNew, type Target } from "./bulk.ts";
import { memberRow, membershipsOf } from "./network-member.ts";
import { networkOf } from "./network.ts";
import { organisationOf } from "./organisation.ts";
import type { Outline } from "./outline.ts";
import { peopleOf } from "./person.ts";
import { growRelationships } from "./relationship.ts";

/** Networks, organisations with their memberships and people, and what they are to each other. */
export async function writeStakeholders(target: Target, outline: Outline): Promise<Counts> {
  return {
    ...(await writeNetworks(target, outline)),
    ...(await writeOrganisations(target, outline)),
    ...(await writeMembers(target, outline)),
    ...(await writePeople(target, outline)),
    ...(await writeRelationships(target, outline)),
  };
}

const writeNetworks = (target: Target, outline: Outline) =>
  inBulk({
    ...target,
    title: "Networks",
    items: outline.networks.values(),
    write: async (tx, networks) => {
      const rows = networks.map((network) => networkOf(outline, network));
      await publishNetworks(tx, await insertNew(tx.manager, Network, rows));
      return { networks: rows.length };
    },
  });

const writeOrganisations = (target: Target, outline: Outline) =>
  inBulk({
    ...target,
    title: "Organisations",
    items: outline.profiles,
    write: async (tx, profiles) => {
      const made = profiles.map((profile) => organisationOf(outline, profile));
      const rows = made.map(({ row }) => row);
      const ids = await insertNew(tx.manager, Organisation, rows);
      await insertNew(
        tx.manager,
        OrganisationIdentifier,
        made.flatMap((one) => one.identifiers),
      );
      await publishOrganisations(tx, ids);
      return { organisations: rows.length };
    },
  });

const writeMembers = (target: Target, outline: Outline) =>
  inBulk({
    ...target,
    title: "Memberships",
    items: each(outline.profiles, (profile) => membershipsOf(outline, profile)),
    write: async (tx, members) => {
      const ids = await insertNew(tx.manager, NetworkMember, members.map(memberRow));
      await publishNetworkMembers(tx, ids);
      return { memberships: members.length };
    },
  });

const writePeople = (target: Target, outline: Outline) =>
  inBulk({
    ...target,
    title: "People",
    items: each(outline.profiles, (profile) => peopleOf(outline, profile)),
    write: async (tx, people) => {
      const roles = people.flatMap((one) => one.roles);
      const ids = await insertNew(
        tx.manager,
        Person,
        people.map(({ row }) => row),
      );
      await insertNew(tx.manager, Role, roles);
      await publishPeople(tx, ids);
      return { people: people.length, roles: roles.length };
    },
  });

const writeRelationships = (target: Target, outline: Outline) =>
  inBulk({
    ...target,
    title: "Relationships",
    items: growRelationships(outline),
    write: async (tx, rows) => {
      await publishRelationships(tx, await insertNew(tx.manager, Relationship, rows));
      return { relationships: rows.length };
    },
  });

/** One after the other, each only when it is its turn. */
function* each<T, U>(items: Iterable<T>, make: (item: T) => readonly U[]): Generator<U> {
  for (const item of items) yield* make(item);
}
