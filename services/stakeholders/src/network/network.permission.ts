import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { canCreateNetwork, canEditNetwork, canSeeNetwork } from "./network.policy.ts";

const network = { id: SAMPLE.network, audience: Audience.PUBLIC };

/** Of whatever only those do who may change a network that everybody sees. */
export const editsNetwork = {
  sees: (viewer: Viewer) => canSeeNetwork(viewer, network),
  may: (viewer: Viewer) => canEditNetwork(viewer, network),
};

export const networkPermissions: readonly Permission[] = [
  { mutation: "createNetwork", of: "a network", may: canCreateNetwork },
  { mutation: "updateNetwork", of: "a network that everybody sees", ...editsNetwork },
  ...CHOSEN_AUDIENCES.map((audience) => ({
    field: "Network",
    of: `of the audience ${audience}`,
    shows: (viewer: Viewer | null) => canSeeNetwork(viewer, { ...network, audience }),
  })),
];
