import "reflect-metadata";
import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { Takedowns1700000100200 } from "../migrations/1700000100200-takedowns.ts";
import { meetingTakedowns } from "./takedown/takedown.replica.ts";
import { Meetings1700000100000 } from "../migrations/1700000100000-meetings.ts";
import { audited } from "./audited.ts";
import { AgendaItem } from "./agenda-item/agenda-item.entity.ts";
import { Attendance } from "./attendance/attendance.entity.ts";
import { createLoaders } from "./context.ts";
import { MeetingSeries } from "./meeting-series/meeting-series.entity.ts";
import { Meeting } from "./meeting/meeting.entity.ts";
import { NetworkReplica } from "./network/network.replica.ts";
import { OrganisationReplica, organisationReplica } from "./organisation/organisation.replica.ts";
import { PersonReplica, personReplica } from "./person/person.replica.ts";
import { PracticeReplica, practiceReplica } from "./practice/practice.replica.ts";
import { convenerGroups, convenerNetworks } from "./protection/protection.replica.ts";
import { permissions } from "./permissions.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";
import { WorkingGroupReplica } from "./working-group/working-group.replica.ts";

const erasedPeople = erasedKeys({ source: "stakeholders", type: "Person" });

/** When do we meet, what about, and who was there. */
export const meetings: ServiceDefinition = {
  name: "meetings",
  entities: [
    MeetingSeries,
    Meeting,
    AgendaItem,
    Attendance,
    OrganisationReplica,
    PersonReplica,
    NetworkReplica,
    WorkingGroupReplica,
    PracticeReplica,
    TakenDownRecord,
  ],
  migrations: [Meetings1700000100000, Takedowns1700000100200],
  replicas: [
    organisationReplica,
    personReplica,
    practiceReplica,
    convenerNetworks,
    convenerGroups,
    meetingTakedowns,
    erasedPeople,
  ],
  permissions,
  audit: audited,
  removal,
  personalData,
  createSchema,
  createLoaders,
};
