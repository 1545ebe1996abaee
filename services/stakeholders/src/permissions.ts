import { openToAll, type Permission } from "@convene/shared/permission/permission";
import { duplicatePermissions } from "./duplicate/duplicate.permission.ts";
import { stakeholderImportPermissions } from "./import/import.permission.ts";
import { introductionRequestPermissions } from "./introduction-request/introduction-request.permission.ts";
import { invitationPermissions } from "./invitation/invitation.permission.ts";
import { messagePermissions } from "./message/message.permission.ts";
import { networkPermissions } from "./network/network.permission.ts";
import { networkJoinRequestPermissions } from "./network-join-request/network-join-request.permission.ts";
import { networkMemberPermissions } from "./network-member/network-member.permission.ts";
import { organisationPermissions } from "./organisation/organisation.permission.ts";
import { organisationMergePermissions } from "./organisation-merge/organisation-merge.permission.ts";
import { ownershipClaimPermissions } from "./ownership-claim/ownership-claim.permission.ts";
import { personPermissions } from "./person/person.permission.ts";
import { relationshipPermissions } from "./relationship/relationship.permission.ts";
import { reportPermissions } from "./report/report.permission.ts";
import { rolePermissions } from "./role/role.permission.ts";

const VOCABULARIES = [
  ...["objectives", "guidingPrinciples", "sustainableDevelopmentGoals", "stakeholderCategories"],
  ...["sectors", "regions", "reviewEvents", "relationshipTypes"],
];

/** The rows of this service in the table of permissions. */
export const permissions: readonly Permission[] = [
  ...organisationPermissions,
  ...organisationMergePermissions,
  ...duplicatePermissions,
  ...ownershipClaimPermissions,
  ...personPermissions,
  ...rolePermissions,
  ...relationshipPermissions,
  ...networkPermissions,
  ...networkMemberPermissions,
  ...networkJoinRequestPermissions,
  ...invitationPermissions,
  ...messagePermissions,
  ...introductionRequestPermissions,
  ...reportPermissions,
  ...stakeholderImportPermissions,
  ...openToAll(
    "a vocabulary",
    VOCABULARIES.map((name) => `Query.${name}`),
  ),
];
