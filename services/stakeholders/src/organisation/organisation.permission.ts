import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import {
  canCreateOrganisation,
  canDeleteOrganisation,
  canEditOrganisation,
  canSeeOrganisation,
} from "./organisation.policy.ts";

const IT = "an organisation that everybody sees";

/** The one that the table is about. */
export const sampleOrganisation = {
  id: SAMPLE.organisation,
  audience: Audience.PUBLIC,
  networks: [SAMPLE.network],
  mergedIntoId: null,
};

/** One that has nothing to do with it. */
export const otherOrganisation = {
  id: SAMPLE.otherOrganisation,
  audience: Audience.PUBLIC,
  networks: [SAMPLE.otherNetwork],
  mergedIntoId: null,
};

export const seesOrganisation = (viewer: Viewer | null): boolean =>
  canSeeOrganisation(viewer, sampleOrganisation);

const edits = {
  of: IT,
  sees: seesOrganisation,
  may: (viewer: Viewer) => canEditOrganisation(viewer, sampleOrganisation),
};

export const organisationPermissions: readonly Permission[] = [
  { mutation: "createOrganisation", of: "an organisation", may: canCreateOrganisation },
  { mutation: "updateOrganisation", ...edits },
  { mutation: "confirmOrganisation", ...edits },
  {
    mutation: "deleteOrganisation",
    of: IT,
    sees: seesOrganisation,
    may: (viewer) => canDeleteOrganisation(viewer, sampleOrganisation),
  },
  {
    field: "Organisation.fieldAudiences",
    of: IT,
    shows: (viewer) => canEditOrganisation(viewer, sampleOrganisation),
  },
  ...CHOSEN_AUDIENCES.map((audience) => ({
    field: "Organisation",
    of: `of the audience ${audience}`,
    shows: (viewer: Viewer | null) =>
      canSeeOrganisation(viewer, { ...sampleOrganisation, audience }),
  })),
];
