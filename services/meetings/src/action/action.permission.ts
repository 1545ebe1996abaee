import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { isOwner } from "../commitment/commitment.policy.ts";
import { ofGroup, seesConvened, showsSeated } from "../convener/convener.permission.ts";
import { canWriteMinutes } from "../minute/minutes.policy.ts";

const IT = "a group's meeting that everybody sees";
const OWNED = { organisationId: SAMPLE.organisation, personId: null };

export const actionPermissions: readonly Permission[] = [
  {
    mutation: "recordAction",
    of: IT,
    sees: (viewer) => seesConvened(viewer),
    may: (viewer) => canWriteMinutes(viewer, ofGroup),
  },
  {
    mutation: "updateAction",
    of: "how far one is that the organisation carries",
    sees: (viewer) => showsSeated(viewer) || isOwner(viewer, OWNED),
    may: (viewer) => canWriteMinutes(viewer, ofGroup) || isOwner(viewer, OWNED),
  },
  {
    field: "Action",
    of: "one that the organisation carries",
    shows: (viewer) => showsSeated(viewer) || isOwner(viewer, OWNED),
  },
  { field: "Meeting.actions", of: IT, shows: showsSeated },
  { field: "AgendaItem.actions", of: IT, shows: showsSeated },
];
