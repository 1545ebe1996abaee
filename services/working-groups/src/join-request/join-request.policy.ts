import { Audience, canSee, type Protected } from "@convene/shared/audience";
import { hasOrganisationRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import {
  canEditGroup,
  canSeeGroup,
  type GovernedGroup,
} from "../working-group/working-group.policy.ts";

/** To ask, and to take it back: those who answer for the organisation. */
export const canAsk = (viewer: Viewer | null, organisationId: string): boolean =>
  isAdmin(viewer) || hasOrganisationRole(viewer, organisationId, ["OWNER", "EDITOR"]);

interface Ends {
  readonly group: GovernedGroup;
  readonly organisation: (Protected & { readonly id: string }) | null;
}

/** Who decides about it, and who has asked; a tie shows only where both of its ends do. */
export const canSeeRequest = (viewer: Viewer | null, { group, organisation }: Ends): boolean =>
  organisation !== null &&
  canSeeGroup(viewer, group) &&
  canSee(viewer, organisation) &&
  (canEditGroup(viewer, group) || canAsk(viewer, organisation.id));

/** Nobody could decide about an organisation that the group's co-leads do not see. */
export const isSeenByCoLeads = (organisation: Protected, { networkId }: GovernedGroup): boolean =>
  organisation.audience === Audience.PUBLIC ||
  (organisation.audience === Audience.NETWORK &&
    networkId !== null &&
    organisation.networks.includes(networkId));
