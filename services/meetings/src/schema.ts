import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import type { LiveField } from "@convene/shared/live/live-field";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import { findAgendaItem } from "./agenda-item/agenda-item.loaders.ts";
import { AgendaItemResolver } from "./agenda-item/agenda-item.resolver.ts";
import { AgendaItemService } from "./agenda-item/agenda-item.service.ts";
import {
  MeetingAgendaResolver,
  OrganisationAgendaItemsResolver,
  PracticeAgendaItemsResolver,
} from "./agenda-item/agenda-lists.resolver.ts";
import { AttendanceResolver, MeetingAttendanceResolver } from "./attendance/attendance.resolver.ts";
import { AttendanceService } from "./attendance/attendance.service.ts";
import { AvailabilityResolver } from "./availability/availability.resolver.ts";
import { AvailabilityService } from "./availability/availability.service.ts";
import { CalendarReader } from "./availability/calendar-reader.service.ts";
import { CalendarResolver } from "./calendar/calendar.resolver.ts";
import { CalendarService } from "./calendar/calendar.service.ts";
import type { Context } from "./context.ts";
import { ConvenerService } from "./convener/convener.service.ts";
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
import { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";
import {
  PlannedAttendanceResolver,
  PlanParticipantResolver,
} from "./series-plan/plan-participant.resolver.ts";
import { PlanSearch } from "./series-plan/plan-search.service.ts";
import { PlannedMeetingResolver, SeriesPlanResolver } from "./series-plan/series-plan.resolver.ts";
import { SeriesEditResolver } from "./series-edit/series-edit.resolver.ts";
import { SeriesEditService } from "./series-edit/series-edit.service.ts";
import { SeriesPlanService } from "./series-plan/series-plan.service.ts";
import { SolverService } from "./solver/solver.service.ts";

type Key = { readonly id: string };

/** What may be watched. */
const LIVE: readonly LiveField[] = [
  {
    query: "meeting",
    type: "Meeting",
    description:
      "The meeting, now and after each change of it, of its agenda or its attendance. Ends with null once it is gone, or hidden from the viewer.",
  },
];

/** The composition root: everything this service is made of, wired once. */
export function createSchema({ db, feeds, transactions, audit }: ServiceParts) {
  const { manager } = db;
  const lookup = new ReplicaLookup(manager, feeds);
  const conveners = new ConvenerService(lookup);
  const occurrences = new OccurrenceService();
  const series = new MeetingSeriesService({ manager, transactions, conveners, occurrences });
  const meetings = new MeetingService({ manager, transactions, conveners });
  const items = new AgendaItemService({ transactions, lookup });
  return buildSubgraph<Context>({
    resolvers: [
      new MeetingSeriesResolver(series),
      new SeriesEditResolver(new SeriesEditService({ transactions, conveners })),
      new MeetingSeriesMeetingsResolver(),
      new WorkingGroupMeetingsResolver(),
      new NetworkMeetingsResolver(),
      new MeetingResolver(meetings),
      new CalendarResolver(new CalendarService(manager)),
      new AgendaItemResolver(items),
      new MeetingAgendaResolver(),
      new OrganisationAgendaItemsResolver(),
      new PracticeAgendaItemsResolver(),
      new AttendanceResolver(new AttendanceService({ transactions, lookup })),
      new MeetingAttendanceResolver(),
      ...planning({ db, transactions }, lookup),
      auditLogResolver("meetings", audit.records),
    ],
    live: LIVE,
    entities: {
      MeetingSeries: ({ id }: Key, { loaders }) => loaders.meetingSeries.load(id),
      Meeting: ({ id }: Key, { loaders }) => loaders.meeting.load(id),
      AgendaItem: ({ id }: Key, context) => findAgendaItem(id, context),
      Organisation: ({ id }: Key, { loaders }) => loaders.organisation.load(id),
      WorkingGroup: ({ id }: Key, { loaders }) => loaders.workingGroup.load(id),
      Network: ({ id }: Key, { loaders }) => loaders.network.load(id),
      Practice: ({ id }: Key, { loaders }) => loaders.practice.load(id),
    },
  });
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
    new SeriesPlanResolver(new SeriesPlanService({ manager, lookup, search })),
    new PlannedMeetingResolver(),
    new PlanParticipantResolver(),
    new PlannedAttendanceResolver(),
  ];
}
