import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import type { Viewer } from "@convene/shared/viewer";
import { ofGroup, seesConvened } from "../convener/convener.permission.ts";
import { canConvene } from "../convener/convener.policy.ts";

const OF = "for an organisation that a poll asks, and everybody sees";
const runs: Pick<Extract<Permission, { mutation: string }>, "sees" | "may"> = {
  sees: (viewer) => seesConvened(viewer, Audience.ORGANISATION),
  may: (viewer) => canConvene(viewer, ofGroup),
};

export const pollLinkPermissions: readonly Permission[] = [
  // Who fills the seat makes one for themselves as well.
  { mutation: "createPollLink", of: OF, ...runs },
  { mutation: "revokePollLink", of: OF, ...runs },
  ...["PollInvitation.links", "PollInvitation.isReached"].map((field) => ({
    field,
    of: OF,
    shows: (viewer: Viewer | null) =>
      seesConvened(viewer, Audience.ORGANISATION) && canConvene(viewer, ofGroup),
  })),
];
