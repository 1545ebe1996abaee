import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { seesOrganisation } from "../organisation/organisation.permission.ts";
import { canDecide, canReport, canSeeReport } from "./report.policy.ts";

/** Somebody who is none of those who ask has reported the organisation. */
const report = { reporterId: "per_reporter", networks: [SAMPLE.network] };
const decided = {
  of: "about an organisation of the network",
  sees: (viewer: Viewer) => canSeeReport(viewer, report),
  may: (viewer: Viewer) => canDecide(viewer, report),
};

export const reportPermissions: readonly Permission[] = [
  {
    mutation: "reportContent",
    of: "an organisation that everybody sees",
    sees: seesOrganisation,
    may: canReport,
  },
  { mutation: "decideReport", ...decided },
  { mutation: "restoreContent", ...decided },
];
