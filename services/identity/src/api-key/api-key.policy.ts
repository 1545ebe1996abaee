import type { Viewer } from "@convene/shared/viewer";
import { canManageAccount } from "../account/account.policy.ts";
import type { ApiKey } from "./api-key.entity.ts";

type Owned = Pick<ApiKey, "accountId">;

/** Keys are their owner's; those of others are not there for anybody. */
export const canSeeKey = (viewer: Viewer | null, { accountId }: Owned): boolean =>
  viewer?.id === accountId;

export const canRevokeKey = (viewer: Viewer | null, key: Owned): boolean =>
  viewer !== null && canSeeKey(viewer, key) && canManageAccount(viewer);
