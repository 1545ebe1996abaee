import { connectionOf } from "@convene/shared/connection/connection";
import { OwnershipClaim } from "./ownership-claim.entity.ts";

export const OwnershipClaimConnection = connectionOf(() => OwnershipClaim, {
  name: "OwnershipClaim",
});
