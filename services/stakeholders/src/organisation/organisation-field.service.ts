import type { Viewer } from "@convene/shared/viewer";
import type DataLoader from "dataloader";
import { OrganisationFieldAudience } from "./organisation-field.entity.ts";
import { OrganisationField } from "./organisation-field.enum.ts";
import { canSeeField } from "./organisation-field.policy.ts";
import type { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import type { Organisation } from "./organisation.entity.ts";

/** The fields that fewer see than the record, each with who does. */
export const narrowerFields = ({ fieldAudiences }: Organisation): OrganisationFieldAudience[] =>
  Object.values(OrganisationField).flatMap((field) => {
    const audience = fieldAudiences[field];
    if (audience === undefined) return [];
    return [Object.assign(new OrganisationFieldAudience(), { field, audience })];
  });

interface Asking {
  readonly viewer: Viewer | null;
  readonly loaders: {
    readonly identifiersByOrganisation: DataLoader<string, OrganisationIdentifier[]>;
  };
}

/** Of an organisation that the viewer sees; none where they are kept from them. */
export const identifiersSeen = (
  { viewer, loaders }: Asking,
  organisation: Organisation,
): Promise<OrganisationIdentifier[]> =>
  canSeeField(viewer, organisation, "IDENTIFIERS")
    ? loaders.identifiersByOrganisation.load(organisation.id)
    : Promise.resolve([]);
