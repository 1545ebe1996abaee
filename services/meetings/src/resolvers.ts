import { freeDateResolvers } from "./free-date/free-date.resolver.ts";
import type { RotationParts } from "./rotation/rotation.service.ts";
import { rotationResolvers } from "./rotation/rotation.resolver.ts";
import { AgendaItemResolver } from "./agenda-item/agenda-item.resolver.ts";
import { AgendaItemService } from "./agenda-item/agenda-item.service.ts";
import {
  InputCallAgendaItemsResolver,
  MeetingAgendaResolver,
  OrganisationAgendaItemsResolver,
  PracticeAgendaItemsResolver,
} from "./agenda-item/agenda-lists.resolver.ts";
import { agendaProposalResolvers } from "./agenda-proposal/proposal-decision.resolver.ts";
import { CalendarResolver } from "./calendar/calendar.resolver.ts";
import { CalendarFeedResolver } from "./calendar-feed/calendar-feed.resolver.ts";
import {
  type CalendarFeedParts,
  CalendarFeedService,
} from "./calendar-feed/calendar-feed.service.ts";
import { CalendarService } from "./calendar/calendar.service.ts";
import type { Transactions } from "@convene/shared/database/transaction";
import type { Site } from "@convene/shared/site";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { ActionResolver } from "./action/action.resolver.ts";
import { actionKind } from "./action/action.service.ts";
import {
  AgendaItemActionsResolver,
  MeetingActionsResolver,
} from "./action/action-lists.resolver.ts";
import { agendaScheduleResolvers } from "./agenda-item/agenda-schedule.resolver.ts";
import { agendaTemplateResolvers } from "./agenda-template/agenda-template.resolver.ts";
import { AgendaTemplateService } from "./agenda-template/agenda-template.service.ts";
import { AvailabilityResolver } from "./availability/availability.resolver.ts";
import { AvailabilityService } from "./availability/availability.service.ts";
import { CalendarReader } from "./availability/calendar-reader.service.ts";
import { carryOverResolvers } from "./carry-over/carry-over.resolver.ts";
import { CarryOverService } from "./carry-over/carry-over.service.ts";
import { OutcomeService } from "./carry-over/outcome.service.ts";
import {
  AgendaItemRuleResolver,
  ChathamHouseResolver,
} from "./chatham-house/chatham-house.resolver.ts";
import { ChathamHouseService } from "./chatham-house/chatham-house.service.ts";
import { CommitmentChangeResolver } from "./commitment/commitment-change.resolver.ts";
import { NamedOwners } from "./commitment/commitment-owner.service.ts";
import { CommitmentService } from "./commitment/commitment.service.ts";
import type { ConvenerService } from "./convener/convener.service.ts";
import { DecisionResolver } from "./decision/decision.resolver.ts";
import { decisionKind } from "./decision/decision.service.ts";
import {
  AgendaItemDecisionsResolver,
  MeetingDecisionsResolver,
} from "./decision/decision-lists.resolver.ts";
import { MeetingDocumentResolver } from "./meeting-document/meeting-document.resolver.ts";
import { MeetingDocumentService } from "./meeting-document/meeting-document.service.ts";
import { minutesResolvers } from "./minute/minutes.resolver.ts";
import { MinutesService } from "./minute/minutes.service.ts";
import { paperResolvers } from "./paper/paper.resolver.ts";
import { PaperService } from "./paper/paper.service.ts";
import { pollAnswerResolvers } from "./poll-answer/poll-answer.resolver.ts";
import { PollAnswerService } from "./poll-answer/poll-answer.service.ts";
import { PollEndingResolver } from "./poll-ending/poll-ending.resolver.ts";
import { PollEndingService } from "./poll-ending/poll-ending.service.ts";
import { PollInvitationLinksResolver, PollLinkResolver } from "./poll-link/poll-link.resolver.ts";
import { type PollLinkParts, PollLinkService } from "./poll-link/poll-link.service.ts";
import { PollOpeningResolver } from "./poll-opening/poll-opening.resolver.ts";
import { type PollOpeningParts, PollOpeningService } from "./poll-opening/poll-opening.service.ts";
import { PollSlotResolver, PollSlotsResolver } from "./poll-slot/poll-slot.resolver.ts";
import { PollResolver, WorkingGroupPollsResolver } from "./poll/poll.resolver.ts";
import type { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";
import { PlanSearch } from "./series-plan/plan-search.service.ts";
import { seriesPlanResolvers } from "./series-plan/series-plan.resolver.ts";
import { SeriesPlanService } from "./series-plan/series-plan.service.ts";
import { SeriesSearchResolver } from "./series-search/series-search.resolver.ts";
import { SolverService } from "./solver/solver.service.ts";

/** When meetings are, for programs of calendars. */
export function calendaring(
  parts: Pick<CalendarFeedParts, "manager" | "transactions" | "site">,
  lookup: ReplicaLookup,
) {
  const calendars = new CalendarService(parts.manager);
  return [
    new CalendarResolver(calendars),
    new CalendarFeedResolver(new CalendarFeedService({ ...parts, lookup, calendars })),
  ];
}

interface AgendaParts {
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
  readonly lookup: ReplicaLookup;
  readonly site: Site;
}

/** What stands on agendas, what becomes of their items, and what goes on to the next. */
export const agendas = ({ transactions, conveners, lookup, site }: AgendaParts) => [
  new AgendaItemResolver(new AgendaItemService({ transactions, lookup })),
  new MeetingAgendaResolver(),
  new OrganisationAgendaItemsResolver(),
  new PracticeAgendaItemsResolver(),
  new InputCallAgendaItemsResolver(),
  ...agendaTemplateResolvers(new AgendaTemplateService({ transactions, conveners })),
  ...agendaScheduleResolvers(),
  ...carryOverResolvers(new OutcomeService(transactions)),
  ...agendaProposalResolvers({ transactions, lookup }),
  ...paperResolvers(new PaperService(transactions), site),
];

/** Whose turn it is, and when nobody meets. */
export const turning = (parts: RotationParts) => [
  ...rotationResolvers(parts),
  ...freeDateResolvers(parts),
];

/** What was said and agreed. */
export function recording(transactions: Transactions, lookup: ReplicaLookup) {
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
export function planning(
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
export const polling = (parts: PollOpeningParts & PollLinkParts) => [
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
