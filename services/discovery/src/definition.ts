import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { ReadModel1800000000000 } from "../migrations/1800000000000-read-model.ts";
import { AgendaItemReplica, agendaItemReplica } from "./agenda-item/agenda-item.replica.ts";
import { createLoaders } from "./context.ts";
import { MeetingDocument, meetingReplica } from "./meeting/meeting.replica.ts";
import {
  MeetingSeriesDocument,
  meetingSeriesReplica,
} from "./meeting-series/meeting-series.replica.ts";
import { NetworkDocument, networkReplica } from "./network/network.replica.ts";
import {
  NetworkMemberReplica,
  networkMemberReplica,
} from "./network-member/network-member.replica.ts";
import { OrganisationDocument, organisationReplica } from "./organisation/organisation.replica.ts";
import { PersonDocument, personReplica } from "./person/person.replica.ts";
import { PracticeDocument, practiceReplica } from "./practice/practice.replica.ts";
import { RelationshipReplica, relationshipReplica } from "./relationship/relationship.replica.ts";
import { createSchema } from "./schema.ts";
import { SeatReplica, seatReplica } from "./seat/seat.replica.ts";
import {
  WorkingGroupDocument,
  workingGroupReplica,
} from "./working-group/working-group.replica.ts";

/** The read model: it owns nothing, and is rebuilt from the other services' feeds at any time. */
export const discovery: ServiceDefinition = {
  name: "discovery",
  entities: [
    OrganisationDocument,
    PersonDocument,
    NetworkDocument,
    NetworkMemberReplica,
    RelationshipReplica,
    WorkingGroupDocument,
    SeatReplica,
    MeetingSeriesDocument,
    MeetingDocument,
    AgendaItemReplica,
    PracticeDocument,
  ],
  migrations: [ReadModel1800000000000],
  replicas: [
    organisationReplica,
    personReplica,
    networkReplica,
    networkMemberReplica,
    relationshipReplica,
    workingGroupReplica,
    seatReplica,
    meetingSeriesReplica,
    meetingReplica,
    agendaItemReplica,
    practiceReplica,
  ],
  createSchema,
  createLoaders,
};
