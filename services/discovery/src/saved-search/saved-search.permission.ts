import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canSaveSearch, isOwnSearch } from "./saved-search.policy.ts";

const of = "a search of themselves";
const search = { ownerId: SAMPLE.person };

export const savedSearchPermissions: readonly Permission[] = [
  { mutation: "saveSearch", of: "their own", may: canSaveSearch },
  {
    mutation: "deleteSavedSearch",
    of,
    sees: (viewer) => isOwnSearch(viewer, search),
    may: (viewer) => isOwnSearch(viewer, search),
  },
  { field: "Query.savedSearches", of, shows: (viewer) => isOwnSearch(viewer, search) },
];
