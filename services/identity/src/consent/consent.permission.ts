import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { canConsent, canSeeConsents } from "./consent.policy.ts";

const of = "a consent of themselves";
const may = (viewer: Viewer) => canConsent(viewer, SAMPLE.account);

export const consentPermissions: readonly Permission[] = [
  { mutation: "giveConsent", of, may },
  { mutation: "withdrawConsent", of, may },
  {
    field: "Account.consents",
    of: "of themselves",
    shows: (viewer) => canSeeConsents(viewer, SAMPLE.account),
  },
];
