import { connectionOf } from "@convene/shared/connection/connection";
import { OrganisationMerge } from "./organisation-merge.entity.ts";

export const OrganisationMergeConnection = connectionOf(() => OrganisationMerge, {
  name: "OrganisationMerge",
});
