import { Audience, canSee } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { convenes, seesConvened } from "../convener/convener.permission.ts";

const CHANGES = ["addAgendaItem", "updateAgendaItem", "moveAgendaItem", "removeAgendaItem"];

const UNPUBLISHED = { organisations: [SAMPLE.organisation], networks: [] };

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
  {
    // Who reviews it, or has entered it for somebody else, is known to the service of practices alone.
    field: "Practice.agendaItems",
    of: "of a practice in the state UNDER_REVIEW",
    shows: (viewer) => canSee(viewer, { ...UNPUBLISHED, audience: Audience.ORGANISATION }),
  },
];
