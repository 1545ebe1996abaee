import { canSee } from "@convene/shared/audience";
import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { OrganisationReplica } from "./organisation.replica.ts";

/** Null for what is gone, or hidden from the viewer. */
export const organisationLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  organisations: loadOne(db.manager, {
    entity: OrganisationReplica,
    key: "id",
    maySee: (row) => canSee(viewer, row),
  }),
});
