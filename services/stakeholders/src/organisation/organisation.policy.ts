import { canSee, type Protected } from "@convene/shared/audience";
import { hasNetworkRole, hasOrganisationRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Organisation } from "./organisation.entity.ts";

type Kept = Pick<Organisation, "id" | "audience" | "networks" | "mergedIntoId">;

/** An organisation is its own record. */
export const protectionOf = ({
  id,
  audience,
  networks,
}: Omit<Kept, "mergedIntoId">): Protected => ({
  audience,
  organisations: [id],
  networks,
});

/** What was merged into another one is nobody's: the other one is seen in its place. */
export const canSeeOrganisation = (viewer: Viewer | null, organisation: Kept): boolean =>
  organisation.mergedIntoId === null && canSee(viewer, protectionOf(organisation));

/** Its owners and editors, and administrators. */
export const canEditOrganisation = (viewer: Viewer | null, { id }: Pick<Kept, "id">): boolean =>
  isAdmin(viewer) || hasOrganisationRole(viewer, id, ["OWNER", "EDITOR"]);

/** Its owners, and administrators. */
export const canDeleteOrganisation = (viewer: Viewer | null, { id }: Pick<Kept, "id">): boolean =>
  isAdmin(viewer) || hasOrganisationRole(viewer, id, ["OWNER"]);

/** Whoever is tied to a person, administrators, and the secretariats of networks. */
export const canCreateOrganisation = (viewer: Viewer): boolean =>
  viewer.person !== null ||
  isAdmin(viewer) ||
  hasNetworkRole(
    viewer,
    viewer.networks.map(({ id }) => id),
    ["SECRETARIAT"],
  );
