import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { convenes, seesConvened } from "../convener/convener.permission.ts";

const CHANGES = ["addAgendaItem", "updateAgendaItem", "moveAgendaItem", "removeAgendaItem"];

export const agendaItemPermissions: readonly Permission[] = [
  ...CHANGES.map((mutation) => ({
    mutation,
    of: "of a group's meeting that everybody sees",
    ...convenes,
  })),
  {
    field: "AgendaItem",
    of: "of a group's meeting of the audience NETWORK",
    shows: (viewer) => seesConvened(viewer, Audience.NETWORK),
  },
];
