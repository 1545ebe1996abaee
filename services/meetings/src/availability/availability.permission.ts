import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canEnterAvailability, canSeeAvailability } from "./availability.policy.ts";

export const availabilityPermissions: readonly Permission[] = [
  { mutation: "updateMyAvailability", of: "their own", may: canEnterAvailability },
  { mutation: "importMyBusyTimes", of: "into their own", may: canEnterAvailability },
  {
    field: "Query.myAvailability",
    of: "of themselves",
    shows: (viewer) => canSeeAvailability(viewer, { personId: SAMPLE.person }),
  },
];
