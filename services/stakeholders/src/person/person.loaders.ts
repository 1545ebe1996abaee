import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { Person } from "./person.entity.ts";
import { canSeePerson } from "./person.policy.ts";

export const personLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  /** Null for who is gone, or hidden from the viewer. */
  people: loadOne(db.manager, {
    entity: Person,
    key: "id",
    maySee: (person) => canSeePerson(viewer, person),
  }),
});
