import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { Network } from "./network.entity.ts";
import { canSeeNetwork } from "./network.policy.ts";

export const networkLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  /** Null for what is gone, or hidden from the viewer. */
  networks: loadOne(db.manager, {
    entity: Network,
    key: "id",
    maySee: (network) => canSeeNetwork(viewer, network),
  }),
});
