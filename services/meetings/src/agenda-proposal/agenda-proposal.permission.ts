import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE_ROLES } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { convenes, ofGroup, seesConvened, showsSeated } from "../convener/convener.permission.ts";
import { canDecide, canPropose, isProposer } from "./agenda-proposal.policy.ts";

const IT = "a group's meeting that everybody sees";
const SERIES = "a group's series that everybody sees";
const ADMINISTRATORS = "what the administrator has proposed";

const proposal = { proposerId: SAMPLE_ROLES.admin.viewer.person };

export const agendaProposalPermissions: readonly Permission[] = [
  {
    mutation: "proposeAgendaItem",
    of: IT,
    sees: (viewer) => seesConvened(viewer),
    may: (viewer) => canPropose(viewer, ofGroup),
  },
  ...["updateAgendaProposal", "withdrawAgendaProposal"].map((mutation) => ({
    mutation,
    of: ADMINISTRATORS,
    sees: showsSeated,
    may: (viewer: Viewer) => isProposer(viewer, proposal),
  })),
  ...["acceptAgendaProposal", "declineAgendaProposal", "postponeAgendaProposal"].map(
    (mutation) => ({
      mutation,
      of: ADMINISTRATORS,
      sees: showsSeated,
      may: (viewer: Viewer) => canDecide(viewer, ofGroup),
    }),
  ),
  { mutation: "postponeAgendaItem", of: IT, ...convenes },
  { field: "Query.agendaProposal", of: ADMINISTRATORS, shows: showsSeated },
  { field: "Meeting.agendaProposals", of: IT, shows: showsSeated },
  { field: "MeetingSeries.agendaProposals", of: SERIES, shows: showsSeated },
  { field: "MeetingSeries.agendaBacklog", of: SERIES, shows: showsSeated },
  { field: "AgendaItem.proposal", of: IT, shows: showsSeated },
  { field: "AgendaItem.postponedTo", of: IT, shows: showsSeated },
] satisfies readonly Permission[];
