import { canSee } from "@convene/shared/audience";
import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { ProtectedRow } from "@convene/shared/protection";
import type { Viewer } from "@convene/shared/viewer";
import { actionLoaders } from "./action/action.loaders.ts";
import { agendaItemLoaders } from "./agenda-item/agenda-item.loaders.ts";
import { agendaProposalLoaders } from "./agenda-proposal/agenda-proposal.loaders.ts";
import { agendaTemplateLoaders } from "./agenda-template/agenda-template.loaders.ts";
import { attendanceLoaders } from "./attendance/attendance.loaders.ts";
import { carryOverLoaders } from "./carry-over/carry-over.loaders.ts";
import { commitmentLoaders } from "./commitment/commitment.loaders.ts";
import { decisionLoaders } from "./decision/decision.loaders.ts";
import { meetingSeriesLoaders } from "./meeting-series/meeting-series.loaders.ts";
import { meetingLoaders } from "./meeting/meeting.loaders.ts";
import { minutesLoaders } from "./minute/minutes.loaders.ts";
import { NetworkReplica } from "./network/network.replica.ts";
import { OrganisationReplica } from "./organisation/organisation.replica.ts";
import { paperLoaders } from "./paper/paper.loaders.ts";
import { PersonReplica } from "./person/person.replica.ts";
import { pollOutcomeLoaders } from "./poll-answer/poll-outcome.loaders.ts";
import { reachedInvitationLoaders } from "./poll-invitation/reached-invitation.loaders.ts";
import { pollLinkLoaders } from "./poll-link/poll-link.loaders.ts";
import { pollSlotLoaders } from "./poll-slot/poll-slot.loaders.ts";
import { pollLoaders } from "./poll/poll.loaders.ts";
import { PracticeReplica } from "./practice/practice.replica.ts";
import { inputCallLoaders } from "./input-call/input-call.loaders.ts";
import { interpretationLoaders } from "./interpretation/interpretation.loaders.ts";
import { quorumLoaders } from "./quorum/quorum.loaders.ts";
import { rotationLoaders } from "./rotation/rotation.loaders.ts";
import { freeDateLoaders } from "./free-date/free-date.loaders.ts";
import { seriesSearchLoaders } from "./series-search/series-search.loaders.ts";
import { WorkingGroupReplica } from "./working-group/working-group.replica.ts";

/** Other services' entities are given only as far as the viewer may see them. */
export function createLoaders({ db: { manager } }: ServiceParts, viewer: Viewer | null) {
  const maySee = (row: ProtectedRow) => canSee(viewer, row);
  return {
    organisation: loadOne(manager, { entity: OrganisationReplica, key: "id", maySee }),
    person: loadOne(manager, { entity: PersonReplica, key: "id", maySee }),
    network: loadOne(manager, { entity: NetworkReplica, key: "id", maySee }),
    practice: loadOne(manager, { entity: PracticeReplica, key: "id", maySee }),
    workingGroup: loadOne(manager, { entity: WorkingGroupReplica, key: "id", maySee }),
    ...meetingSeriesLoaders(manager, viewer),
    ...meetingLoaders(manager, viewer),
    ...agendaItemLoaders(manager, viewer),
    ...agendaProposalLoaders(manager, viewer),
    ...attendanceLoaders(manager, viewer),
    ...quorumLoaders(manager, viewer),
    ...interpretationLoaders(manager, viewer),
    ...inputCallLoaders(manager, viewer),
    ...minutesLoaders(manager),
    ...decisionLoaders(manager, viewer),
    ...actionLoaders(manager, viewer),
    ...commitmentLoaders(manager),
    ...agendaTemplateLoaders(manager),
    ...carryOverLoaders(manager, viewer),
    ...paperLoaders(manager),
    ...pollLoaders(manager, viewer),
    ...pollSlotLoaders(manager),
    ...pollLinkLoaders(manager),
    ...reachedInvitationLoaders(manager),
    ...pollOutcomeLoaders(manager, viewer),
    ...seriesSearchLoaders(manager, viewer),
    ...rotationLoaders(manager),
    ...freeDateLoaders(manager),
  };
}

export type Context = ServiceContext<ReturnType<typeof createLoaders>>;
