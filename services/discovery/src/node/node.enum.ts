import { AgendaItemStub } from "../agenda-item/agenda-item.stub.ts";
import { MeetingStub } from "../meeting/meeting.stub.ts";
import { MeetingSeriesStub } from "../meeting-series/meeting-series.stub.ts";
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
  rel: RelationshipStub,
  grp: WorkingGroupStub,
  sea: SeatStub,
  ser: MeetingSeriesStub,
  mtg: MeetingStub,
  agi: AgendaItemStub,
  prc: PracticeStub,
} as const;

export type NodePrefix = keyof typeof nodeKinds;

export const isNodePrefix = (prefix: string): prefix is NodePrefix => prefix in nodeKinds;
