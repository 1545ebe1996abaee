import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { canEndSession, canSeeSessions } from "./session.policy.ts";

const ends = (viewer: Viewer) => canEndSession(viewer, { accountId: SAMPLE.account });

export const sessionPermissions: readonly Permission[] = [
  { mutation: "endSession", of: "a session of themselves", sees: ends, may: ends },
  {
    field: "Account.sessions",
    of: "of themselves",
    shows: (viewer) => canSeeSessions(viewer, SAMPLE.account),
  },
];
