import type { Permission } from "@convene/shared/permission/permission";
import { convenes } from "../convener/convener.permission.ts";

export const proposalPermissions: readonly Permission[] = [
  { mutation: "scheduleProposal", of: "of a group that everybody sees", ...convenes },
];
