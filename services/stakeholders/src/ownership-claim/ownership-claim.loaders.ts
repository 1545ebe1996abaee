import type { ServiceParts } from "@convene/shared/service/service-definition";
import DataLoader from "dataloader";
import { claimedAmong } from "./ownership-claim.repository.ts";

export const ownershipClaimLoaders = ({ db: { manager } }: ServiceParts) => ({
  /** Whether somebody writes for an organisation today. */
  isClaimed: new DataLoader<string, boolean>(async (ids) => {
    const claimed = await claimedAmong(manager, ids);
    return ids.map((id) => claimed.has(id));
  }),
});
