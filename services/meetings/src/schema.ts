import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import type { LiveField } from "@convene/shared/live/live-field";
import { MergeEdgesService } from "@convene/shared/merge/merge-edges.service";
import {
  mergeEdgesResolver,
  mergeReference,
  mergeStub,
} from "@convene/shared/merge/merge-edges.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph, type SubgraphOptions } from "@convene/shared/subgraph/subgraph";
import { merging } from "./organisation-merge/meeting-edges.repository.ts";
import { findAgendaItem } from "./agenda-item/agenda-item.loaders.ts";
import { AttendanceResolver, MeetingAttendanceResolver } from "./attendance/attendance.resolver.ts";
import { AttendanceService } from "./attendance/attendance.service.ts";
import { shownCommitment } from "./commitment/commitment.loaders.ts";
import type { Context } from "./context.ts";
import { ConvenerService } from "./convener/convener.service.ts";
import { interpretationResolvers } from "./interpretation/interpretation.resolver.ts";
import { InterpretationService } from "./interpretation/interpretation.service.ts";
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
import { ProposalResolver } from "./proposal/proposal.resolver.ts";
import { ProposalService } from "./proposal/proposal.service.ts";
import { quorumResolvers } from "./quorum/quorum.resolver.ts";
import { ReplicaLookup } from "./replica-lookup/replica-lookup.service.ts";
import { takeTurns } from "./rotation/turn-taking.service.ts";
import { SeriesEditResolver } from "./series-edit/series-edit.resolver.ts";
import { SeriesEditService } from "./series-edit/series-edit.service.ts";
import { agendas, calendaring, planning, polling, recording, turning } from "./resolvers.ts";

type Key = { readonly id: string };
type NodeKey = Key | { readonly nodeKey: string };

const idOf = (key: NodeKey): string => ("id" in key ? key.id : key.nodeKey);

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
  OrganisationMerge: mergeReference,
  MeetingSeries: ({ id }: Key, { loaders }) => loaders.meetingSeries.load(id),
  Poll: ({ id }: Key, { loaders }) => loaders.poll.load(id),
  Meeting: ({ id }: Key, { loaders }) => loaders.meeting.load(id),
  AgendaItem: ({ id }: Key, context) => findAgendaItem(id, context),
  Decision: async (key: NodeKey, context) =>
    shownCommitment(await context.loaders.decision.load(idOf(key)), context),
  Action: async (key: NodeKey, context) =>
    shownCommitment(await context.loaders.action.load(idOf(key)), context),
  Organisation: ({ id }: Key, { loaders }) => loaders.organisation.load(id),
  WorkingGroup: ({ id }: Key, { loaders }) => loaders.workingGroup.load(id),
  Network: ({ id }: Key, { loaders }) => loaders.network.load(id),
  Practice: ({ id }: Key, { loaders }) => loaders.practice.load(id),
  InputCall: ({ id }: Key, { loaders }) => loaders.inputCall.load(id),
};

/** The composition root: everything this service is made of, wired once. */
export function createSchema({ db, feeds, transactions, audit, site }: ServiceParts) {
  const { manager } = db;
  const lookup = new ReplicaLookup(manager, feeds);
  const conveners = new ConvenerService(lookup);
  const occurrences = new OccurrenceService();
  const series = new MeetingSeriesService({ manager, transactions, conveners, occurrences });
  const meetings = new MeetingService({ manager, transactions, conveners, takeTurns });
  return buildSubgraph<Context>({
    resolvers: [
      new MeetingSeriesResolver(series),
      new SeriesEditResolver(new SeriesEditService({ transactions, conveners })),
      new MeetingSeriesMeetingsResolver(),
      new WorkingGroupMeetingsResolver(),
      new NetworkMeetingsResolver(),
      new MeetingResolver(meetings),
      ...calendaring({ manager, transactions, site }, lookup),
      new AttendanceResolver(new AttendanceService({ transactions, lookup })),
      new MeetingAttendanceResolver(),
      ...quorumResolvers(),
      ...turning({ transactions, lookup }),
      ...interpretationResolvers(new InterpretationService(manager, transactions)),
      ...agendas({ transactions, conveners, lookup, site }),
      ...recording(transactions, lookup),
      ...planning({ db, transactions }, lookup),
      new ProposalResolver(new ProposalService({ transactions, conveners, occurrences })),
      ...polling({ transactions, conveners, site }),
      mergeEdgesResolver("meetingEdges", new MergeEdgesService(manager, merging)),
      auditLogResolver("meetings", audit.records),
    ],
    live: LIVE,
    alsoTypes: [mergeStub("meetingEdges")],
    entities: ENTITIES,
  });
}
