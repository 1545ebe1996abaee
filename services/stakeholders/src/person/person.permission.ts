import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { sampleOrganisation, seesOrganisation } from "../organisation/organisation.permission.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import {
  canCreateIndependentPerson,
  canDeletePerson,
  canEditPerson,
  canSeePerson,
} from "./person.policy.ts";

const IT = "somebody whom the organisation has entered, and everybody sees";

const person = {
  id: SAMPLE.person,
  audience: Audience.PUBLIC,
  organisations: [SAMPLE.organisation],
  networks: [SAMPLE.network],
  keeperId: SAMPLE.organisation,
};

const sees = (viewer: Viewer) => canSeePerson(viewer, person);

export const personPermissions: readonly Permission[] = [
  {
    mutation: "createPerson",
    of: "somebody of an organisation",
    sees: seesOrganisation,
    may: (viewer) => canEditOrganisation(viewer, sampleOrganisation),
  },
  {
    mutation: "createPerson",
    of: "somebody without an organisation",
    may: canCreateIndependentPerson,
  },
  { mutation: "updatePerson", of: IT, sees, may: (viewer) => canEditPerson(viewer, person) },
  { mutation: "deletePerson", of: IT, sees, may: (viewer) => canDeletePerson(viewer, person) },
  {
    field: "Person.aboutAudience",
    of: IT,
    shows: (viewer) => canEditPerson(viewer, person),
  },
  {
    field: "Person.hasMailAddress",
    of: IT,
    shows: (viewer) => canEditPerson(viewer, person),
  },
  ...CHOSEN_AUDIENCES.map((audience) => ({
    field: "Person",
    of: `of the audience ${audience}`,
    shows: (viewer: Viewer | null) => canSeePerson(viewer, { ...person, audience }),
  })),
];
