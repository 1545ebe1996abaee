import { canSee } from "@convene/shared/audience";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { Organisation } from "./organisation.entity.ts";

export const organisationLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  /** Null for what is gone, or hidden from the viewer. */
  organisations: loadOne(manager, {
    entity: Organisation,
    key: "id",
    maySee: (organisation) => canSee(viewer, organisation),
  }),
});
