import { Audience } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import type { Network } from "../network/network.entity.ts";
import { canEditNetwork, canSeeNetwork } from "../network/network.policy.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { canEditOrganisation, canSeeOrganisation } from "../organisation/organisation.policy.ts";

interface Ends {
  readonly network: Pick<Network, "id" | "audience">;
  readonly organisation: Pick<Organisation, "id" | "audience" | "networks" | "mergedIntoId">;
}

/** Who decides about it, and who has asked; a tie shows only where both of its ends do. */
export const canSeeRequest = (viewer: Viewer | null, { network, organisation }: Ends): boolean =>
  canSeeNetwork(viewer, network) &&
  canSeeOrganisation(viewer, organisation) &&
  (canEditNetwork(viewer, network) || canEditOrganisation(viewer, organisation));

/** Nobody could decide about an organisation that the network's secretariat does not see. */
export const isSeenBySecretariat = ({ network, organisation }: Ends): boolean =>
  organisation.audience === Audience.PUBLIC ||
  (organisation.audience === Audience.NETWORK && organisation.networks.includes(network.id));
