import { connectionOf } from "@convene/shared/connection/connection";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { SearchHit } from "../search/search.type.ts";
import { SavedSearch } from "./saved-search.entity.ts";

export const SavedSearchConnection = connectionOf(() => SavedSearch, { name: "SavedSearch" });

export const SavedSearchHitConnection = connectionOf(() => OrganisationStub, {
  name: "SavedSearchHit",
  foreign: true,
});

export const SavedSearchThingConnection = connectionOf(() => SearchHit, {
  name: "SavedSearchThing",
});
