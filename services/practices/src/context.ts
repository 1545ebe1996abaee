import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { Viewer } from "@convene/shared/viewer";
import { organisationLoaders } from "./organisation/organisation.loaders.ts";
import { practiceLoaders } from "./practice/practice.loaders.ts";
import { practiceOrganisationLoaders } from "./practice-organisation/practice-organisation.loaders.ts";

export type Context = ServiceContext<Loaders>;
type Loaders = ReturnType<typeof createLoaders>;

export const createLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => {
  const practices = practiceLoaders(db.manager, viewer);
  return {
    ...organisationLoaders(db.manager, viewer),
    ...practices,
    ...practiceOrganisationLoaders(db.manager, viewer, practices.practices),
  };
};
