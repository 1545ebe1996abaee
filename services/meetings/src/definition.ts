import "reflect-metadata";
import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { Takedowns1700000100200 } from "../migrations/1700000100200-takedowns.ts";
import { meetingTakedowns } from "./takedown/takedown.replica.ts";
import { Meetings1700000100000 } from "../migrations/1700000100000-meetings.ts";
import { Planning1700000100010 } from "../migrations/1700000100010-planning.ts";
import { Revisions1700000100020 } from "../migrations/1700000100020-revisions.ts";
import { Versions1700000100310 } from "../migrations/1700000100310-versions.ts";
import { SeriesEdits1700000100320 } from "../migrations/1700000100320-series-edits.ts";
import { SeriesDates1700000100330 } from "../migrations/1700000100330-series-dates.ts";
import { audited } from "./audited.ts";
import { AgendaItem } from "./agenda-item/agenda-item.entity.ts";
import { Attendance } from "./attendance/attendance.entity.ts";
import { Availability } from "./availability/availability.entity.ts";
import { calendarRead, readCalendars } from "./availability/calendar-read.job.ts";
import { BurdenRecord } from "./burden/burden-record.entity.ts";
import { BurdenLedger } from "./burden/burden-ledger.service.ts";
import { forgettingPeople } from "./burden/erased-person.replica.ts";
import { createLoaders } from "./context.ts";
import { MeetingSeries } from "./meeting-series/meeting-series.entity.ts";
import { Meeting } from "./meeting/meeting.entity.ts";
import { NetworkReplica } from "./network/network.replica.ts";
import { OrganisationReplica, organisationReplica } from "./organisation/organisation.replica.ts";
import { PersonReplica } from "./person/person.replica.ts";
import { PracticeReplica, practiceReplica } from "./practice/practice.replica.ts";
import { convenerGroups, convenerNetworks } from "./protection/protection.replica.ts";
import { permissions } from "./permissions.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { retention } from "./retention/retention.service.ts";
import { createSchema } from "./schema.ts";
import { SeatReplica, seatReplica } from "./seat/seat.replica.ts";
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
    Availability,
    BurdenRecord,
    SeatReplica,
    OrganisationReplica,
    PersonReplica,
    NetworkReplica,
    WorkingGroupReplica,
    PracticeReplica,
    TakenDownRecord,
  ],
  migrations: [
    Meetings1700000100000,
    Planning1700000100010,
    Revisions1700000100020,
    Takedowns1700000100200,
    Versions1700000100310,
    SeriesEdits1700000100320,
    SeriesDates1700000100330,
  ],
  replicas: [
    organisationReplica,
    forgettingPeople,
    practiceReplica,
    convenerNetworks,
    convenerGroups,
    seatReplica,
    meetingTakedowns,
    erasedPeople,
  ],
  permissions,
  audit: audited,
  live: { meeting: "id", agenda_item: "meeting_id", attendance: "meeting_id" },
  removal,
  personalData,
  retention,
  createSchema,
  createLoaders,
  jobs: [calendarRead],
  /** What meetings of yesterday have cost, by the hours that people had; and calendars anew. */
  daily: async (parts, day) => {
    await new BurdenLedger(parts.transactions).recordPast();
    await readCalendars(parts, day);
  },
};
