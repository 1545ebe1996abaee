import { hasOrganisationRole, type Viewer } from "@convene/shared/viewer";

/** Who is to carry what was agreed. */
export interface Owned {
  readonly organisationId: string | null;
  readonly personId: string | null;
}

/** The person, and those who act for the organisation. */
export const isOwner = (viewer: Viewer | null, { organisationId, personId }: Owned): boolean =>
  viewer !== null &&
  ((personId !== null && viewer.person === personId) ||
    (organisationId !== null &&
      hasOrganisationRole(viewer, organisationId, ["OWNER", "EDITOR", "DELEGATE"])));
