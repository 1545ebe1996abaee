import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { seesConvened } from "../convener/convener.permission.ts";
import { canSeeCall } from "./input-call.policy.ts";

const group = {
  ...{ id: SAMPLE.group, networkId: SAMPLE.network, audience: Audience.PUBLIC },
  ...{ organisations: [SAMPLE.organisation], networks: [SAMPLE.network] },
};

export const inputCallPermissions: readonly Permission[] = [
  {
    field: "AgendaItem.consultation",
    of: "about what a group asks its members, at a meeting that everybody sees",
    shows: (viewer) => seesConvened(viewer) && canSeeCall(viewer, group, { addressees: "MEMBERS" }),
  },
];
