import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE_ROLES } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { convenes, ofGroup, seesConvened, showsSeated } from "../convener/convener.permission.ts";
import { sitsThere } from "../convener/convener.policy.ts";
import { canAddPaper, canEditPaper } from "./paper.policy.ts";

const IT = "a group's meeting that everybody sees";
const ADMINISTRATORS = "what the administrator has sent";

const paper = { ownerId: SAMPLE_ROLES.admin.viewer.person };

/** A link to a file speaks with what somebody is in the graph, whatever they are on the platform. */
const downloads = (viewer: Viewer | null): boolean =>
  viewer !== null && seesConvened(viewer) && sitsThere({ ...viewer, platform: [] }, ofGroup);

export const paperPermissions: readonly Permission[] = [
  {
    mutation: "uploadPaper",
    of: IT,
    sees: (viewer) => seesConvened(viewer),
    may: (viewer) => canAddPaper(viewer, ofGroup),
  },
  {
    mutation: "removePaper",
    of: ADMINISTRATORS,
    sees: showsSeated,
    may: (viewer) => canEditPaper(viewer, paper, ofGroup),
  },
  { mutation: "setPapersDeadline", of: IT, ...convenes },
  { field: "Query.paper", of: ADMINISTRATORS, shows: showsSeated },
  { field: "AgendaItem.papers", of: IT, shows: showsSeated },
  { field: "AgendaProposal.papers", of: ADMINISTRATORS, shows: showsSeated },
  { field: "PaperVersion.downloadUrl", of: ADMINISTRATORS, shows: downloads },
];
