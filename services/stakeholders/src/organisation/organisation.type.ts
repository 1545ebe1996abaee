import { connectionOf } from "@convene/shared/connection/connection";
import { Organisation } from "./organisation.entity.ts";

export const OrganisationConnection = connectionOf(() => Organisation, { name: "Organisation" });
