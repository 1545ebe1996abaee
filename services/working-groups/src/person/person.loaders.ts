import { canSee } from "@convene/shared/audience";
import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { PersonReplica } from "./person.replica.ts";

/** Null for what is gone, or hidden from the viewer. */
export const personLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  people: loadOne(db.manager, {
    entity: PersonReplica,
    key: "id",
    maySee: (row) => canSee(viewer, row),
  }),
});
