import type { GraphNode } from "@convene/shared/node";
import { prefixOf } from "@convene/shared/type-id";
import { AgendaItemStub } from "../agenda-item/agenda-item.stub.ts";
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
