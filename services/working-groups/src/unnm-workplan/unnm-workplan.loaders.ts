import { loadMany } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { UnnmGroup } from "./unnm-group.entity.ts";

/** The list is closed and short: everybody may read all of it. */
export const unnmWorkplanLoaders = ({ db }: ServiceParts) => ({
  unnmGroups: loadMany(db.manager, { entity: UnnmGroup, key: "workplanCode" }),
});
