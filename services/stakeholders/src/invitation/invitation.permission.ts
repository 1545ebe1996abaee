import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { editsNetwork } from "../network/network.permission.ts";
import { canSeeInvitation } from "./invitation.policy.ts";

const sees = (viewer: Viewer | null) => canSeeInvitation(viewer, { networkId: SAMPLE.network });

export const invitationPermissions: readonly Permission[] = [
  { mutation: "inviteOrganisations", of: "a network that everybody sees", ...editsNetwork },
  { mutation: "revokeInvitation", of: "an invitation of the network", sees, may: sees },
  { field: "Network.invitations", of: "of a network that everybody sees", shows: sees },
];
