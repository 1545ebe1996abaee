import type { Permission } from "@convene/shared/permission/permission";
import { convenes, ofGroup, seesConvened, showsSeated } from "../convener/convener.permission.ts";
import { canWriteMinutes } from "./minutes.policy.ts";

const IT = "a group's meeting that everybody sees";

export const minutesPermissions: readonly Permission[] = [
  {
    mutation: "saveMinutes",
    of: IT,
    sees: (viewer) => seesConvened(viewer),
    may: (viewer) => canWriteMinutes(viewer, ofGroup),
  },
  { mutation: "concludeMeeting", of: IT, ...convenes },
  { mutation: "approveMinutes", of: IT, ...convenes },
  { field: "Meeting.minutes", of: IT, shows: showsSeated },
  { field: "AgendaItem.minutes", of: IT, shows: showsSeated },
];
