import { whereSql } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, invalid, notFound } from "@convene/shared/errors";
import { dateOrder } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import { In } from "typeorm";
import type { Network } from "../network/network.entity.ts";
import { lockNetworkToEdit } from "../network/network.repository.ts";
import { lockOrganisation } from "../organisation/organisation.repository.ts";
import { Person } from "../person/person.entity.ts";
import { lockPerson } from "../person/person.repository.ts";
import { refreshStanding } from "../standing/standing.repository.ts";
import { hasEnded, today } from "@convene/shared/today";
import { NetworkMember } from "./network-member.entity.ts";
import { NetworkMemberRole } from "./network-member.enum.ts";
import { publishNetworkMembers } from "./network-member.feed.ts";
import type { AddNetworkMemberInput, EndNetworkMemberInput } from "./network-member.inputs.ts";
import {
  type Belonging,
  membershipVisibleTo,
  organisationsIn,
  overlaps,
} from "./network-member.repository.ts";

export class NetworkMemberService {
  constructor(private readonly transactions: Transactions) {}

  add(viewer: Viewer, input: AddNetworkMemberInput): Promise<NetworkMember> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "addNetworkMember",
        input,
        first: () => insert(tx, viewer, input),
        again: (id) => lockMember(tx, viewer, id),
      }),
    );
  }

  /** @throws CONFLICT when it has ended already, or would meet another one in the same role. */
  end(viewer: Viewer, input: EndNetworkMemberInput): Promise<NetworkMember> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "endNetworkMember",
        input,
        first: () => end(tx, viewer, input),
        again: (id) => lockMember(tx, viewer, id),
      }),
    );
  }

  /** Whoever makes a network is its secretariat, if they are somebody here, until they say otherwise. */
  async found(tx: Transaction, { id }: Network, { person }: Viewer): Promise<void> {
    if (person === null || !(await tx.lock(Person, person))) return;
    const role = NetworkMemberRole.SECRETARIAT;
    const member = buildNetworkMember({ networkId: id, personId: person, role });
    await tx.manager.insert(NetworkMember, member);
    await tell(tx, [member]);
  }
}

export interface Joining {
  readonly network: string;
  readonly organisations: readonly string[];
}

/** Those that do not belong today become members. The network is locked. */
export async function joinNetwork(
  tx: Transaction,
  { network: networkId, organisations }: Joining,
): Promise<void> {
  const inside = new Set(await organisationsIn(tx.manager, networkId));
  const members = [...new Set(organisations)]
    .filter((id) => !inside.has(id))
    .map((organisationId) => buildNetworkMember({ networkId, organisationId }));
  if (members.length === 0) return;
  await tx.manager.insert(NetworkMember, members);
  await tell(tx, members);
}

/** Takes back that an organisation was entered as a member, with all trace of it. */
export async function takeBackJoining(
  tx: Transaction,
  { network: networkId, organisation: organisationId }: Belonging,
): Promise<void> {
  const role = NetworkMemberRole.MEMBER;
  const members = await tx.manager.findBy(NetworkMember, { networkId, organisationId, role });
  const ids = members.map(({ id }) => id);
  await tx.manager.delete(NetworkMember, { id: In(ids) });
  await publishNetworkMembers(tx, ids);
}

async function insert(tx: Transaction, viewer: Viewer, input: AddNetworkMemberInput) {
  const network = await lockNetworkToEdit(tx, viewer, input.network);
  const { organisation, person } = input;
  if ((organisation == null) === (person == null)) {
    throw invalid("organisation", "Name an organisation or a person, and not both");
  }
  if (organisation != null) await lockOrganisation(tx, viewer, organisation);
  if (person != null) await lockPerson(tx, viewer, person);
  const member = buildNetworkMember({
    networkId: network.id,
    organisationId: organisation ?? null,
    personId: person ?? null,
    role: input.role ?? NetworkMemberRole.MEMBER,
    startDate: input.startDate ?? today(),
    endDate: input.endDate ?? null,
  });
  dateOrder("endDate", member.startDate, member.endDate);
  return takeIn(tx, member);
}

/**
 * The network is locked: nobody else adds the same meanwhile.
 *
 * @throws CONFLICT where it belongs already, in the same role.
 */
export async function takeIn(tx: Transaction, member: NetworkMember): Promise<NetworkMember> {
  if (await overlaps(tx.manager, member)) throw conflict("It belongs already, in this role");
  await tx.manager.insert(NetworkMember, member);
  await tell(tx, [member]);
  return member;
}

/** Who may end a membership is who may give it, so that they may move its end as well. */
async function end(tx: Transaction, viewer: Viewer, input: EndNetworkMemberInput) {
  const member = await lockMember(tx, viewer, input.id);
  if (hasEnded(member)) throw conflict(`The membership has ended, on ${member.endDate}`);
  const endDate = input.endDate ?? today();
  dateOrder("endDate", member.startDate, endDate);
  member.endDate = endDate;
  if (await overlaps(tx.manager, member)) throw conflict("It belongs already, in this role");
  await tx.manager.save(member);
  await tell(tx, [member]);
  return member;
}

/** A member from today on, unless told. */
export const buildNetworkMember = (
  given: Pick<NetworkMember, "networkId"> & Partial<NetworkMember>,
): NetworkMember =>
  Object.assign(new NetworkMember(), {
    id: newId("nmb"),
    organisationId: null,
    personId: null,
    role: NetworkMemberRole.MEMBER,
    startDate: today(),
    endDate: null,
    ...given,
  });

/** The membership, with its network locked, for one who may change it. */
async function lockMember(tx: Transaction, viewer: Viewer, id: string): Promise<NetworkMember> {
  const { text, values } = sql`SELECT t.network_id FROM network_member AS t
    ${whereSql([sql`t.id = ${id}`, ...membershipVisibleTo(viewer)])}`;
  const [found] = await tx.manager.query<{ network_id: string }[]>(text, values);
  if (!found) throw notFound("NetworkMember", id);
  await lockNetworkToEdit(tx, viewer, found.network_id);
  const member = await tx.lock(NetworkMember, id);
  if (!member) throw notFound("NetworkMember", id);
  return member;
}

async function tell(tx: Transaction, members: readonly NetworkMember[]): Promise<void> {
  await publishNetworkMembers(
    tx,
    members.map(({ id }) => id),
  );
  await refreshStanding(tx, {
    organisations: members.flatMap(({ organisationId }) => organisationId ?? []),
    people: members.flatMap(({ personId }) => personId ?? []),
  });
}

/** That somebody belonged on their own is about them, and goes with them. */
export async function forgetMembershipsOf(
  tx: Transaction,
  { id }: Pick<Person, "id">,
): Promise<void> {
  const members = await tx.manager.findBy(NetworkMember, { personId: id });
  await tx.manager.delete(NetworkMember, { personId: id });
  await publishNetworkMembers(
    tx,
    members.map((member) => member.id),
  );
}
