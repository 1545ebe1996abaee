import type { Edges, Merging, MovedKeys, Pair } from "@convene/shared/merge/merging";
import type { Transaction } from "@convene/shared/database/transaction";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { In } from "typeorm";
import { IntroductionRequest } from "../introduction-request/introduction-request.entity.ts";
import { Invitation } from "../invitation/invitation.entity.ts";
import { publishInvitations } from "../invitation/invitation.feed.ts";
import { MessageBlock } from "../message/message-block.entity.ts";
import { Message } from "../message/message.entity.ts";
import { NetworkJoinRequest } from "../network-join-request/network-join-request.entity.ts";
import { governedBy } from "../network-join-request/network-join-request.repository.ts";
import { NetworkMember } from "../network-member/network-member.entity.ts";
import { publishNetworkMembers } from "../network-member/network-member.feed.ts";
import { networkAtIsVisible } from "../network/network.repository.ts";
import { OrganisationIdentifier } from "../organisation/organisation-identifier.entity.ts";
import { OwnershipClaim } from "../ownership-claim/ownership-claim.entity.ts";
import { claimVisibleTo } from "../ownership-claim/ownership-claim.repository.ts";
import { Person } from "../person/person.entity.ts";
import { personAtIsVisible } from "../person/person.repository.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { relationshipVisibleTo } from "../relationship/relationship.repository.ts";
import { Role } from "../role/role.entity.ts";
import { refreshStanding } from "../standing/standing.repository.ts";

const shownToAll = (): Sql => empty;
const shownToAdmins = (viewer: Viewer | null): Sql => (isAdmin(viewer) ? empty : sql`false`);

/** What two columns of a row `t` will say once it has moved. */
const moved = ({ from, into }: Pair, one: string, other: string): Sql =>
  sql`(${join(
    [one, other].map((name) => {
      const column = raw(`t.${name}`);
      return sql`CASE WHEN ${column} = ${from} THEN ${into} ELSE ${column} END`;
    }),
  )})`;

const relationships: Edges = {
  title: "relationships",
  entity: Relationship,
  properties: ["sourceId", "targetId", "proposerId"],
  label: sql`t.type || ': ' || (SELECT name FROM organisation WHERE id = t.source_id)
    || ' / ' || (SELECT name FROM organisation WHERE id = t.target_id)`,
  // Partners are kept in the order of their ids, so either may stand first.
  stays: (pair) => sql`(t.status <> 'ENDED' AND EXISTS (SELECT FROM relationship AS like_it
    WHERE like_it.type = t.type AND like_it.status <> 'ENDED' AND like_it.id <> t.id
      AND ((like_it.source_id, like_it.target_id) = ${moved(pair, "source_id", "target_id")}
        OR (t.type = 'PARTNER'
          AND (like_it.source_id, like_it.target_id) = ${moved(pair, "target_id", "source_id")}))))`,
  visibleTo: (viewer) =>
    isAdmin(viewer) ? empty : sql`(${join(relationshipVisibleTo(viewer), " AND ")})`,
};

const memberships: Edges = {
  title: "network members",
  entity: NetworkMember,
  properties: ["organisationId"],
  label: sql`(SELECT name FROM network WHERE id = t.network_id) || ': ' || t.role`,
  stays: ({ into }) => sql`EXISTS (SELECT FROM network_member AS like_it
    WHERE like_it.network_id = t.network_id AND like_it.organisation_id = ${into}
      AND like_it.role = t.role AND daterange(like_it.start_date, like_it.end_date)
        && daterange(t.start_date, t.end_date))`,
  visibleTo: (viewer) => networkAtIsVisible(viewer, "t.network_id"),
};

const invitations: Edges = {
  title: "invitations",
  entity: Invitation,
  properties: ["organisationId"],
  visibleTo: (viewer) =>
    isAdmin(viewer) ? empty : sql`t.network_id = ANY(${governedBy(viewer)}::text[])`,
};

const joinRequests: Edges = {
  title: "requests to join networks",
  entity: NetworkJoinRequest,
  properties: ["organisationId"],
  label: sql`(SELECT name FROM network WHERE id = t.network_id)`,
  stays: ({ into }) => sql`(t.state = 'OPEN' AND EXISTS (SELECT FROM network_join_request AS like_it
    WHERE like_it.network_id = t.network_id AND like_it.organisation_id = ${into}
      AND like_it.state = 'OPEN'))`,
  visibleTo: invitations.visibleTo,
};

const claims: Edges = {
  title: "claims of ownership",
  entity: OwnershipClaim,
  properties: ["organisationId"],
  stays: ({ into }) => sql`(t.state = 'OPEN' AND EXISTS (SELECT FROM ownership_claim AS like_it
    WHERE like_it.organisation_id = ${into} AND like_it.person_id = t.person_id
      AND like_it.state = 'OPEN'))`,
  visibleTo: claimVisibleTo,
};

const letters: readonly Edges[] = [
  {
    title: "messages",
    entity: Message,
    properties: ["fromId", "toId"],
    visibleTo: shownToAdmins,
  },
  {
    title: "blocked senders",
    entity: MessageBlock,
    properties: ["ownerId", "blockedId"],
    stays: (pair) => sql`EXISTS (SELECT FROM message_block AS like_it
      WHERE (like_it.owner_id, like_it.blocked_id) = ${moved(pair, "owner_id", "blocked_id")})`,
    visibleTo: shownToAdmins,
  },
  {
    title: "requests for introductions",
    entity: IntroductionRequest,
    properties: ["seekerId", "overId", "targetId"],
    visibleTo: shownToAdmins,
  },
];

/** All that names an organisation here. Reports stay about the record that was reported. */
export const merging: Merging = {
  edges: [
    relationships,
    memberships,
    {
      title: "roles",
      entity: Role,
      properties: ["organisationId"],
      label: sql`t.title`,
      visibleTo: shownToAll,
    },
    {
      title: "people",
      entity: Person,
      properties: ["keeperId"],
      label: sql`t.name`,
      visibleTo: (viewer) => personAtIsVisible(viewer, "t.id"),
    },
    {
      title: "identifiers",
      entity: OrganisationIdentifier,
      properties: ["organisationId"],
      key: ["scheme", "value"],
      label: sql`t.scheme || ' ' || t.value`,
      visibleTo: shownToAll,
    },
    invitations,
    joinRequests,
    claims,
    ...letters,
  ],
  settle: async (tx, keysOf, pair) => {
    const keys = (title: string) => [...(keysOf.get(title) ?? [])];
    await orderPartners(tx, keys("relationships"));
    await publishRelationships(tx, keys("relationships"));
    await publishNetworkMembers(tx, keys("network members"));
    await publishInvitations(tx, keys("invitations"));
    await tx.manager.query(
      `UPDATE introduction_request SET withheld_from = array_replace(withheld_from, $2, $3)
       WHERE id = ANY($1::text[])`,
      [keys("requests for introductions"), pair.from, pair.into],
    );
    await refreshStanding(tx, {
      organisations: [pair.from, pair.into],
      people: await peopleOf(tx, keysOf),
    });
  },
};

/** The ends of a symmetric relationship are kept in the order of their ids. */
async function orderPartners(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.manager.query(
    `UPDATE relationship SET source_id = target_id, target_id = source_id
     WHERE id = ANY($1::text[]) AND type = 'PARTNER' AND source_id > target_id`,
    [ids],
  );
}

async function peopleOf(tx: Transaction, keys: MovedKeys): Promise<string[]> {
  const roles = await tx.manager.findBy(Role, { id: In([...(keys.get("roles") ?? [])]) });
  return [...roles.flatMap(({ personId }) => personId ?? []), ...(keys.get("people") ?? [])];
}
