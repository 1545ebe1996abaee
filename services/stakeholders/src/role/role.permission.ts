import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { seesOrganisation } from "../organisation/organisation.permission.ts";
import { RoleAccess } from "./role.enum.ts";
import { canEndRole, canGrant, canSeeAccess } from "./role.policy.ts";

const organisationId = SAMPLE.organisation;
const ofOwner = { organisationId, personId: "per_another", access: RoleAccess.OWNER };
const ofThemselves = { organisationId, personId: SAMPLE.person, access: null };

export const rolePermissions: readonly Permission[] = [
  {
    mutation: "addRole",
    of: "the access of an owner",
    sees: seesOrganisation,
    may: (viewer) => canGrant(viewer, { organisationId, access: RoleAccess.OWNER }),
  },
  {
    mutation: "addRole",
    of: "the access of a delegate",
    sees: seesOrganisation,
    may: (viewer) => canGrant(viewer, { organisationId, access: RoleAccess.DELEGATE }),
  },
  {
    mutation: "endRole",
    of: "the role of another owner",
    sees: seesOrganisation,
    may: (viewer) => canEndRole(viewer, ofOwner),
  },
  {
    mutation: "endRole",
    of: "a role without access, of themselves",
    sees: seesOrganisation,
    may: (viewer) => canEndRole(viewer, ofThemselves),
  },
  {
    field: "Role.access",
    of: "of another owner",
    shows: (viewer) => canSeeAccess(viewer, ofOwner),
  },
];
