import { canSee } from "@convene/shared/audience";
import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { NetworkReplica } from "./network.replica.ts";

/** Null for what is gone, or hidden from the viewer. */
export const networkLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  networks: loadOne(db.manager, {
    entity: NetworkReplica,
    key: "id",
    maySee: (row) => canSee(viewer, row),
  }),
});
