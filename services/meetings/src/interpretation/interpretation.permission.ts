import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canEnterAvailability, canSeeAvailability } from "../availability/availability.policy.ts";
import { ofGroup, seesConvened } from "../convener/convener.permission.ts";
import { canConvene } from "../convener/convener.policy.ts";

export const interpretationPermissions: readonly Permission[] = [
  { mutation: "setInterpretationNeeds", of: "their own", may: canEnterAvailability },
  {
    field: "Query.myInterpretationNeeds",
    of: "of themselves",
    shows: (viewer) => canSeeAvailability(viewer, { personId: SAMPLE.person }),
  },
  {
    field: "Meeting.interpretationNeeds",
    of: "a group's meeting that everybody sees",
    shows: (viewer) => seesConvened(viewer) && canConvene(viewer, ofGroup),
  },
];
