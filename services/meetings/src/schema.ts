import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import type { Transactions } from "@convene/shared/database/transaction";
import type { LiveField } from "@convene/shared/live/live-field";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph, type SubgraphOptions } from "@convene/shared/subgraph/subgraph";
import { ActionResolver } from "./action/action.resolver.ts";
import { actionKind } from "./action/action.service.ts";
import {
  AgendaItemActionsResolver,
  MeetingActionsResolver,
} from "./action/action-lists.resolver.ts";
import { findAgendaItem } from "./agenda-item/agenda-item.loaders.ts";
import { AgendaItemResolver } from "./agenda-item/agenda-item.resolver.ts";
import { AgendaItemService } from "./agenda-item/agenda-item.service.ts";
import {
  MeetingAgendaResolver,
  OrganisationAgendaItemsResolver,
  PracticeAgendaItemsResolver,
} from "./agenda-item/agenda-lists.resolver.ts";
import { agendaScheduleResolvers } from "./agenda-item/agenda-schedule.resolver.ts";
import { agendaProposalResolvers } from "./agenda-proposal/proposal-decision.resolver.ts";
import { AgendaProposalService } from "./agenda-proposal/agenda-proposal.service.ts";
import { ProposalDecisionService } from "./agenda-proposal/proposal-decision.service.ts";
import { agendaTemplateResolvers } from "./agenda-template/agenda-template.resolver.ts";
import { AgendaTemplateService } from "./agenda-template/agenda-template.service.ts";
import { AttendanceResolver, MeetingAttendanceResolver } from "./attendance/attendance.resolver.ts";
import { AttendanceService } from "./attendance/attendance.service.ts";
import { AvailabilityResolver } from "./availability/availability.resolver.ts";
import { AvailabilityService } from "./availability/availability.service.ts";
import { CalendarReader } from "./availability/calendar-reader.service.ts";
import { CalendarResolver } from "./calendar/calendar.resolver.ts";
import { CalendarFeedResolver } from "./calendar-feed/calendar-feed.resolver.ts";
import { CalendarFeedService } from "./calendar-feed/calendar-feed.service.ts";
import { CalendarService } from "./calendar/calendar.service.ts";
import { carryOverResolvers } from "./carry-over/carry-over.resolver.ts";
import { CarryOverService } from "./carry-over/carry-over.service.ts";
import { OutcomeService } from "./carry-over/outcome.service.ts";
import {
  AgendaItemRuleResolver,
  ChathamHouseResolver,
} from "./chatham-house/chatham-house.resolver.ts";
import { ChathamHouseService } from "./chatham-house/chatham-house.service.ts";
import { CommitmentChangeResolver } from "./commitment/commitment-change.resolver.ts";
import { shownCommitment } from "./commitment/commitment.loaders.ts";
import { NamedOwners } from "./commitment/commitment-owner.service.ts";
import { CommitmentService } from "./commitment/commitment.service.ts";
import type { Context } from "./context.ts";
import { ConvenerService } from "./convener/convener.service.ts";
import { DecisionResolver } from "./decision/decision.resolver.ts";
import { decisionKind } from "./decision/decision.service.ts";
import {
  AgendaItemDecisionsResolver,
  MeetingDecisionsResolver,
} from "./decision/decision-lists.resolver.ts";
import { MeetingDocumentResolver } from "./meeting-document/meeting-document.resolver.ts";
import { MeetingDocumentService } from "./meeting-document/meeting-document.service.ts";
import { MeetingSeriesResolver } from "./meeting-series/meeting-series.resolver.ts";
import { MeetingSeriesService } from "./meeting-series/meeting-series.service.ts";
import {
  MeetingSeriesMeetingsResolver,
  NetworkMeetingsResolver,
  WorkingGroupMeetingsResolver,
} from "./meeting/meeting-lists.resolver.ts";
import { MeetingResolver } from "./meeting/meeting.resolver.ts";
import { MeetingService } from "./meeting/meeting.service.ts";
import { OccurrenceService } from "./meeting/occurrence.service.ts";
import { minutesResolvers } from "./minute/minutes.resolver.ts";
import { MinutesService } from "./minute/minutes.service.ts";
import { pollAnswerResolvers } from "./poll-answer/poll-answer.resolver.ts";
import { paperResolvers } from "./paper/paper.resolver.ts";
import { PaperService } from "./paper/paper.service.ts";
import { PollAnswerService } from "./poll-answer/poll-answer.service.ts";
import { PollEndingResolver } from "./poll-ending/poll-ending.resolver.ts";
import { PollEndingService } from "./poll-ending/poll-ending.service.ts";
import { PollInvitationLinksResolver, PollLinkResolver } from "./poll-link/poll-link.resolver.ts";
import { type PollLinkParts, PollLinkService } from "./poll-link/poll-link.service.ts";
import { PollOpeningResolver } from "./poll-opening/poll-opening.resolver.ts";
import { type PollOpeningParts, PollOpeningService } from "./poll-opening/poll-opening.service.ts";
import { PollSlotResolver, PollSlotsResolver } from "./poll-slot/poll-slot.resolver.ts";
import { PollResolver, WorkingGroupPollsResolver } from "./poll/poll.resolver.ts";
import { ProposalResolver } from "./proposal/proposal.resolver.ts";
import { ProposalService } from "./proposal/proposal.service.ts";
import { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";
import { PlanSearch } from "./series-plan/plan-search.service.ts";
import { seriesPlanResolvers } from "./series-plan/series-plan.resolver.ts";
import { SeriesEditResolver } from "./series-edit/series-edit.resolver.ts";
import { SeriesEditService } from "./series-edit/series-edit.service.ts";
import { SeriesPlanService } from "./series-plan/series-plan.service.ts";
import { SeriesSearchResolver } from "./series-search/series-search.resolver.ts";
import { SolverService } from "./solver/solver.service.ts";

type Key = { readonly id: string };

/** What may be watched. */
const LIVE: readonly LiveField[] = [
  {
    query: "meeting",
    type: "Meeting",
    description:
      "The meeting, now and after each change of it, of its agenda, its minutes, decisions and actions, or its attendance. Ends with null once it is gone, or hidden from the viewer.",
  },
  {
    query: "poll",
    type: "Poll",
    description:
      "The poll, now and after each answer that the viewer may see, and once it is closed or decided. Ends with null once it is gone, or hidden from the viewer.",
  },
];

/** By their keys: null for what is missing or hidden. */
const ENTITIES: SubgraphOptions<Context>["entities"] = {
  MeetingSeries: ({ id }: Key, { loaders }) => loaders.meetingSeries.load(id),
  Poll: ({ id }: Key, { loaders }) => loaders.poll.load(id),
  Meeting: ({ id }: Key, { loaders }) => loaders.meeting.load(id),
  AgendaItem: ({ id }: Key, context) => findAgendaItem(id, context),
  Decision: async ({ id }: Key, context) =>
    shownCommitment(await context.loaders.decision.load(id), context),
  Action: async ({ id }: Key, context) =>
    shownCommitment(await context.loaders.action.load(id), context),
  Organisation: ({ id }: Key, { loaders }) => loaders.organisation.load(id),
  WorkingGroup: ({ id }: Key, { loaders }) => loaders.workingGroup.load(id),
  Network: ({ id }: Key, { loaders }) => loaders.network.load(id),
  Practice: ({ id }: Key, { loaders }) => loaders.practice.load(id),
};

/** The composition root: everything this service is made of, wired once. */
export function createSchema({ db, feeds, transactions, audit, site }: ServiceParts) {
  const { manager } = db;
  const lookup = new ReplicaLookup(manager, feeds);
  const conveners = new ConvenerService(lookup);
  const occurrences = new OccurrenceService();
  const series = new MeetingSeriesService({ manager, transactions, conveners, occurrences });
  const meetings = new MeetingService({ manager, transactions, conveners });
  const calendars = new CalendarService(manager);
  const items = new AgendaItemService({ transactions, lookup });
  return buildSubgraph<Context>({
    resolvers: [
      new MeetingSeriesResolver(series),
      new SeriesEditResolver(new SeriesEditService({ transactions, conveners })),
      new MeetingSeriesMeetingsResolver(),
      new WorkingGroupMeetingsResolver(),
      new NetworkMeetingsResolver(),
      new MeetingResolver(meetings),
      new CalendarResolver(calendars),
      new CalendarFeedResolver(
        new CalendarFeedService({ manager, transactions, lookup, calendars, site }),
      ),
      new AgendaItemResolver(items),
      new MeetingAgendaResolver(),
      new OrganisationAgendaItemsResolver(),
      new PracticeAgendaItemsResolver(),
      new AttendanceResolver(new AttendanceService({ transactions, lookup })),
      new MeetingAttendanceResolver(),
      ...closing(transactions, conveners),
      ...agendaProposalResolvers(
        new AgendaProposalService({ transactions, lookup }),
        new ProposalDecisionService(transactions),
      ),
      ...paperResolvers(new PaperService(transactions), site),
      ...recording(transactions, lookup),
      ...planning({ db, transactions }, lookup),
      new ProposalResolver(new ProposalService({ transactions, conveners, occurrences })),
      ...polling({ transactions, conveners, site }),
      auditLogResolver("meetings", audit.records),
    ],
    live: LIVE,
    entities: ENTITIES,
  });
}

/** What stands on agendas, what becomes of their items, and what goes on to the next. */
const closing = (transactions: Transactions, conveners: ConvenerService) => [
  ...agendaTemplateResolvers(new AgendaTemplateService({ transactions, conveners })),
  ...agendaScheduleResolvers(),
  ...carryOverResolvers(new OutcomeService(transactions)),
];

/** What was said and agreed. */
function recording(transactions: Transactions, lookup: ReplicaLookup) {
  const owners = new NamedOwners(lookup);
  return [
    new ChathamHouseResolver(new ChathamHouseService(transactions)),
    new AgendaItemRuleResolver(),
    ...minutesResolvers(new MinutesService(transactions, new CarryOverService())),
    new DecisionResolver(new CommitmentService({ transactions, owners, kind: decisionKind })),
    new MeetingDecisionsResolver(),
    new AgendaItemDecisionsResolver(),
    new ActionResolver(new CommitmentService({ transactions, owners, kind: actionKind })),
    new MeetingActionsResolver(),
    new AgendaItemActionsResolver(),
    new CommitmentChangeResolver(),
    new SeriesSearchResolver(),
    new MeetingDocumentResolver(new MeetingDocumentService()),
  ];
}

/** Who can meet when, and which times are fair. */
function planning(
  { db: { manager }, transactions }: Pick<ServiceParts, "db" | "transactions">,
  lookup: ReplicaLookup,
) {
  const calendars = new CalendarReader();
  const search = new PlanSearch(new SolverService());
  return [
    new AvailabilityResolver(new AvailabilityService({ manager, transactions, calendars })),
    ...seriesPlanResolvers(new SeriesPlanService({ manager, lookup, search })),
  ];
}

/** Which times a group can make, as its seats say. */
const polling = (parts: PollOpeningParts & PollLinkParts) => [
  new PollResolver(),
  new WorkingGroupPollsResolver(),
  new PollSlotsResolver(),
  new PollSlotResolver(),
  ...pollAnswerResolvers(new PollAnswerService(parts.transactions)),
  new PollLinkResolver(new PollLinkService(parts)),
  new PollInvitationLinksResolver(),
  new PollOpeningResolver(new PollOpeningService(parts)),
  new PollEndingResolver(new PollEndingService(parts)),
];
