import { loadMany, loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import { Organisation } from "./organisation.entity.ts";
import { canSeeOrganisation } from "./organisation.policy.ts";

export const organisationLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  /** Null for what is gone, or hidden from the viewer. */
  organisations: loadOne(db.manager, {
    entity: Organisation,
    key: "id",
    maySee: (organisation) => canSeeOrganisation(viewer, organisation),
  }),
  /** For organisations that the viewer sees. */
  identifiersByOrganisation: loadMany(db.manager, {
    entity: OrganisationIdentifier,
    key: "organisationId",
  }),
});
