import { hasOrganisationRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Role } from "./role.entity.ts";
import { RoleAccess } from "./role.enum.ts";

type Held = Pick<Role, "organisationId" | "personId" | "access">;

/** Owners give any access; editors none, or that of a delegate. */
export function canGrant(
  viewer: Viewer | null,
  { organisationId, access }: Omit<Held, "personId">,
): boolean {
  if (isAdmin(viewer) || hasOrganisationRole(viewer, organisationId, ["OWNER"])) return true;
  return isLow(access) && hasOrganisationRole(viewer, organisationId, ["EDITOR"]);
}

export const accessChoices = (viewer: Viewer | null, organisationId: string): RoleAccess[] =>
  Object.values(RoleAccess).filter((access) => canGrant(viewer, { organisationId, access }));

/** Who could give it may take it; everybody may lay down their own. */
export const canEndRole = (viewer: Viewer | null, role: Held): boolean =>
  holds(viewer, role) || canGrant(viewer, role);

/** Who acts for the organisation in any way, they themselves, and administrators. */
export const canSeeAccess = (viewer: Viewer | null, role: Held): boolean =>
  isAdmin(viewer) ||
  holds(viewer, role) ||
  hasOrganisationRole(viewer, role.organisationId, ["OWNER", "EDITOR", "DELEGATE"]);

const holds = (viewer: Viewer | null, { personId }: Held): boolean =>
  personId !== null && viewer?.person === personId;

const LOW: readonly (`${RoleAccess}` | null)[] = ["DELEGATE", null];
const isLow = (access: RoleAccess | null): boolean => LOW.includes(access);
