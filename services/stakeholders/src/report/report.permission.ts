import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { seesOrganisation } from "../organisation/organisation.permission.ts";
import { waiting } from "../introduction-request/introduction-request.permission.ts";
import { isAsked } from "../introduction-request/introduction-request.policy.ts";
import { toOrganisation } from "../message/message.permission.ts";
import { canReply } from "../message/message.policy.ts";
import { canDecide, canReport, canSeeReport } from "./report.policy.ts";

/** Somebody who is none of those who ask has reported both; nobody has decided yet. */
const open = { reporterId: "per_reporter", isModerators: false };
const REPORTS = {
  "about an organisation of the network": { ...open, networks: [], owners: [SAMPLE.organisation] },
  "about a group of the network": { ...open, networks: [SAMPLE.network], owners: [SAMPLE.group] },
};

const decided = Object.entries(REPORTS).flatMap(([of, report]): Permission[] => {
  const sees = (viewer: Viewer | null) => canSeeReport(viewer, report);
  const may = (viewer: Viewer | null) => canDecide(viewer, report);
  return [
    { mutation: "decideReport", of, sees, may },
    { mutation: "restoreContent", of, sees, may },
    { field: "Query.reports", of, shows: sees },
    { field: "Report.excerpt", of, shows: may },
  ];
});

export const reportPermissions: readonly Permission[] = [
  {
    mutation: "reportContent",
    of: "an organisation that everybody sees",
    sees: seesOrganisation,
    may: canReport,
  },
  {
    mutation: "reportContent",
    of: "a message to the organisation",
    sees: (viewer) => canReply(viewer, toOrganisation),
    may: canReport,
  },
  {
    mutation: "reportContent",
    of: "an introduction that waits for the organisation",
    sees: (viewer) => isAsked(viewer, waiting),
    may: canReport,
  },
  ...decided,
];
