import type { Permission } from "@convene/shared/permission/permission";
import { convenes } from "../convener/convener.permission.ts";

export const chathamHousePermissions: readonly Permission[] = [
  {
    mutation: "applyChathamHouseRule",
    of: "a group's meeting that everybody sees",
    ...convenes,
  },
];
