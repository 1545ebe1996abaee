import "reflect-metadata";
import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import { mergeEntities } from "@convene/shared/merge/merge-tables";
import { mergeReplica } from "@convene/shared/merge/merge-replica";
import { sweepMerges } from "@convene/shared/merge/move-edges";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { Takedowns1700000100200 } from "../migrations/1700000100200-takedowns.ts";
import { meetingTakedowns } from "./takedown/takedown.replica.ts";
import { Meetings1700000100000 } from "../migrations/1700000100000-meetings.ts";
import { Planning1700000100010 } from "../migrations/1700000100010-planning.ts";
import { Revisions1700000100020 } from "../migrations/1700000100020-revisions.ts";
import { Minutes1700000100310 } from "../migrations/1700000100310-minutes.ts";
import { CarryOver1700000100320 } from "../migrations/1700000100320-carry-over.ts";
import { CalendarFeeds1700000100330 } from "../migrations/1700000100330-calendar-feeds.ts";
import { AccountReplica, accountReplica } from "./account/account.replica.ts";
import { Action } from "./action/action.entity.ts";
import { nudgeOwners } from "./action-nudge/action-nudge.job.ts";
import { Polls1700000100300 } from "../migrations/1700000100300-polls.ts";
import { PollLinks1700000100301 } from "../migrations/1700000100301-poll-links.ts";
import { Versions1700000100340 } from "../migrations/1700000100340-versions.ts";
import { SeriesEdits1700000100350 } from "../migrations/1700000100350-series-edits.ts";
import { PollOccurrence1700000100302 } from "../migrations/1700000100302-poll-occurrence.ts";
import { SeriesDates1700000100360 } from "../migrations/1700000100360-series-dates.ts";
import { CalendarInvitations1700000100370 } from "../migrations/1700000100370-calendar-invitations.ts";
import { SeatAttendance1700000100410 } from "../migrations/1700000100410-seat-attendance.ts";
import { AgendaProposals1700000100415 } from "../migrations/1700000100415-agenda-proposals.ts";
import { Rotations1700000100510 } from "../migrations/1700000100510-rotations.ts";
import { Papers1700000100425 } from "../migrations/1700000100425-papers.ts";
import { Interpretation1700000100420 } from "../migrations/1700000100420-interpretation.ts";
import { RepliesTold1700000100430 } from "../migrations/1700000100430-replies-told.ts";
import { FreeDates1700000100520 } from "../migrations/1700000100520-free-dates.ts";
import { AgendaItemVersions1700000100530 } from "../migrations/1700000100530-agenda-item-versions.ts";
import { MailedPeople1700000100540 } from "../migrations/1700000100540-mailed-people.ts";
import { Consultations1700000100615 } from "../migrations/1700000100615-consultations.ts";
import { audited } from "./audited.ts";
import { AgendaItem } from "./agenda-item/agenda-item.entity.ts";
import { AgendaProposal } from "./agenda-proposal/agenda-proposal.entity.ts";
import { AgendaTemplate } from "./agenda-template/agenda-template.entity.ts";
import { Attendance } from "./attendance/attendance.entity.ts";
import { Availability } from "./availability/availability.entity.ts";
import { calendarRead, readCalendars } from "./availability/calendar-read.job.ts";
import { tellUntoldZones } from "./availability/person-zone.feed.ts";
import { BurdenRecord } from "./burden/burden-record.entity.ts";
import { BurdenLedger } from "./burden/burden-ledger.service.ts";
import { forgettingPeople } from "./burden/erased-person.replica.ts";
import { CalendarFeed } from "./calendar-feed/calendar-feed.entity.ts";
import { CalendarInvitation } from "./calendar-invitation/calendar-invitation.entity.ts";
import { inviteToMeeting } from "./calendar-invitation/calendar-invitation.job.ts";
import { MeetingNotice } from "./calendar-invitation/meeting-notice.entity.ts";
import { inviteDaily } from "./invitation-due/invitation-due.repository.ts";
import { ActionCarry } from "./carry-over/action-carry.entity.ts";
import { concludePast } from "./carry-over/carry-over.service.ts";
import { CommitmentChange } from "./commitment/commitment-change.entity.ts";
import { InputCallReplica, inputCallReplica } from "./input-call/input-call.replica.ts";
import { InterpretationNeed } from "./interpretation/interpretation-need.entity.ts";
import { createLoaders } from "./context.ts";
import { Decision } from "./decision/decision.entity.ts";
import { FreeDate } from "./free-date/free-date.entity.ts";
import { MeetingSeries } from "./meeting-series/meeting-series.entity.ts";
import { Meeting } from "./meeting/meeting.entity.ts";
import { MinutesEntry } from "./minute/minutes-entry.entity.ts";
import { MinutesRevision } from "./minute/minutes-revision.entity.ts";
import { Minutes } from "./minute/minutes.entity.ts";
import { NetworkReplica } from "./network/network.replica.ts";
import { nudgeDaily } from "./nudge-due/nudge-due.repository.ts";
import { OrganisationReplica, organisationReplica } from "./organisation/organisation.replica.ts";
import { PaperChunk } from "./paper/paper-chunk.entity.ts";
import { PaperUpload } from "./paper/paper-upload.entity.ts";
import { PaperUploads } from "./paper/paper-uploads.service.ts";
import { PaperVersion } from "./paper/paper-version.entity.ts";
import { Paper } from "./paper/paper.entity.ts";
import { PersonReplica } from "./person/person.replica.ts";
import { PollAnswer } from "./poll-answer/poll-answer.entity.ts";
import { closePoll } from "./poll-ending/poll-ending.job.ts";
import { PollInvitation } from "./poll-invitation/poll-invitation.entity.ts";
import { PollLink } from "./poll-link/poll-link.entity.ts";
import { remindPoll } from "./poll-reminder/poll-reminder.job.ts";
import { PollSlot } from "./poll-slot/poll-slot.entity.ts";
import { Poll } from "./poll/poll.entity.ts";
import { Merges1900000000400 } from "../migrations/1900000000400-merges.ts";
import { PracticeReplica, practiceReplica } from "./practice/practice.replica.ts";
import { convenerGroups, convenerNetworks } from "./protection/protection.replica.ts";
import { createPages } from "./pages.ts";
import { merging } from "./organisation-merge/meeting-edges.repository.ts";
import { permissions } from "./permissions.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { retention } from "./retention/retention.service.ts";
import { MeetingTurn } from "./rotation/meeting-turn.entity.ts";
import { RotationHolder } from "./rotation/rotation-holder.entity.ts";
import { Rotation } from "./rotation/rotation.entity.ts";
import { turningSeats } from "./rotation/turning-seats.replica.ts";
import { createSchema } from "./schema.ts";
import { SeatReplica } from "./seat/seat.replica.ts";
import { WorkingGroupReplica } from "./working-group/working-group.replica.ts";

const erasedPeople = erasedKeys({ source: "stakeholders", type: "Person" });

/** When do we meet, what about, and who was there. */
export const meetings: ServiceDefinition = {
  name: "meetings",
  entities: [
    MeetingSeries,
    Meeting,
    ...[Rotation, RotationHolder, MeetingTurn],
    AgendaItem,
    ...[Attendance, InterpretationNeed],
    ...[Minutes, MinutesEntry, MinutesRevision, Decision, Action, CommitmentChange],
    ...[AgendaTemplate, ActionCarry, AgendaProposal],
    ...[Paper, PaperVersion, PaperUpload, PaperChunk],
    ...[Availability, FreeDate],
    BurdenRecord,
    ...[CalendarFeed, CalendarInvitation, MeetingNotice, AccountReplica],
    ...[Poll, PollSlot, PollInvitation, PollAnswer, PollLink],
    SeatReplica,
    OrganisationReplica,
    PersonReplica,
    NetworkReplica,
    WorkingGroupReplica,
    ...[PracticeReplica, InputCallReplica],
    TakenDownRecord,
    ...mergeEntities,
  ],
  migrations: [
    Meetings1700000100000,
    Planning1700000100010,
    Revisions1700000100020,
    Takedowns1700000100200,
    Minutes1700000100310,
    CarryOver1700000100320,
    CalendarFeeds1700000100330,
    Polls1700000100300,
    PollLinks1700000100301,
    Versions1700000100340,
    SeriesEdits1700000100350,
    PollOccurrence1700000100302,
    SeriesDates1700000100360,
    CalendarInvitations1700000100370,
    SeatAttendance1700000100410,
    AgendaProposals1700000100415,
    Rotations1700000100510,
    Interpretation1700000100420,
    Papers1700000100425,
    RepliesTold1700000100430,
    FreeDates1700000100520,
    AgendaItemVersions1700000100530,
    MailedPeople1700000100540,
    Consultations1700000100615,
    Merges1900000000400,
  ],
  replicas: [
    organisationReplica,
    forgettingPeople,
    ...[practiceReplica, inputCallReplica],
    convenerNetworks,
    convenerGroups,
    ...[turningSeats, accountReplica, mergeReplica(merging)],
    meetingTakedowns,
    erasedPeople,
  ],
  permissions,
  audit: audited,
  live: {
    ...{ meeting: "id", agenda_item: "meeting_id", attendance: "meeting_id" },
    ...{ minutes: "meeting_id", minutes_entry: "meeting_id" },
    ...{ decision: "meeting_id", action: "meeting_id", action_carry: "to_meeting_id" },
    ...{ agenda_proposal: "meeting_id" },
    ...{ poll: "id", poll_invitation: "poll_id", meeting_turn: "meeting_id" },
  },
  removal,
  personalData,
  retention,
  createSchema,
  createLoaders,
  createPages,
  createUploads: ({ transactions, files }) => new PaperUploads(transactions, files),
  jobs: [calendarRead, closePoll, remindPoll, inviteToMeeting, nudgeOwners],
  /** What meetings of yesterday have cost, calendars, invitations and nudges anew, and what goes on to the next meeting. */
  daily: async (parts, day) => {
    await parts.transactions.write((tx) => sweepMerges(tx, merging));
    await new BurdenLedger(parts.transactions).recordPast();
    await readCalendars(parts, day);
    await parts.transactions.write(tellUntoldZones);
    await concludePast(parts.transactions);
    await parts.transactions.write((tx) => inviteDaily(tx, day));
    await parts.transactions.write((tx) => nudgeDaily(tx, day));
  },
};
