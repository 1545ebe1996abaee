import type { GraphNode } from "@convene/shared/node";
import { prefixOf } from "@convene/shared/type-id";
import { ActionStub } from "../action/action.stub.ts";
import { AgendaItemStub } from "../agenda-item/agenda-item.stub.ts";
import { DecisionStub } from "../decision/decision.stub.ts";
import { MeetingStub } from "../meeting/meeting.stub.ts";
import { MeetingSeriesStub } from "../meeting-series/meeting-series.stub.ts";
import { NetworkMemberStub } from "../network-member/network-member.stub.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { PracticeStub } from "../practice/practice.stub.ts";
import { RelationshipStub } from "../relationship/relationship.stub.ts";
import { SeatStub } from "../seat/seat.stub.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";

/** The kinds that `node(id)` finds, by the prefix of their ids. */
export const nodeKinds = {
  org: OrganisationStub,
  per: PersonStub,
  net: NetworkStub,
  nmb: NetworkMemberStub,
  rel: RelationshipStub,
  grp: WorkingGroupStub,
  sea: SeatStub,
  ser: MeetingSeriesStub,
  mtg: MeetingStub,
  agi: AgendaItemStub,
  prc: PracticeStub,
} as const;

/**
 * Kinds of which nothing is told here, since who sees them is known to their owner alone. Their id is
 * not of this service, but only a key: so whatever is asked of one, its owner is asked, and says
 * whether it is there.
 */
export const ownedKinds = { act: ActionStub, dec: DecisionStub } as const;

/** What an id names of these, whether or not it is there. */
export function ownedOf(id: string): GraphNode | null {
  const prefix = prefixOf(id);
  if (prefix === null || !isOwned(prefix)) return null;
  return Object.assign(new ownedKinds[prefix](), { id, nodeKey: id });
}

const isOwned = (prefix: string): prefix is keyof typeof ownedKinds =>
  Object.hasOwn(ownedKinds, prefix);

export type NodePrefix = keyof typeof nodeKinds;

/** The kind that an id names, whether or not anything has it; null for what is no such id. */
export function kindOf(id: string): NodePrefix | null {
  const prefix = prefixOf(id);
  return prefix !== null && isNodePrefix(prefix) ? prefix : null;
}

/** The stub of a thing that is known to exist. */
export function stubOf(id: string): GraphNode | null {
  const prefix = kindOf(id);
  return prefix ? Object.assign(new nodeKinds[prefix](), { id }) : null;
}

const isNodePrefix = (prefix: string): prefix is NodePrefix => Object.hasOwn(nodeKinds, prefix);
