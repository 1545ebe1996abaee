import type { Permission } from "@convene/shared/permission/permission";
import { ofGroup, seesConvened, showsSeated } from "../convener/convener.permission.ts";
import { canWriteMinutes } from "../minute/minutes.policy.ts";

const IT = "a group's meeting that everybody sees";

export const carryOverPermissions: readonly Permission[] = [
  {
    mutation: "setAgendaItemOutcome",
    of: IT,
    sees: (viewer) => seesConvened(viewer),
    may: (viewer) => canWriteMinutes(viewer, ofGroup),
  },
  { field: "Meeting.actionLog", of: IT, shows: showsSeated },
];
