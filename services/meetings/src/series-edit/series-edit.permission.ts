import type { Permission } from "@convene/shared/permission/permission";
import { convenes } from "../convener/convener.permission.ts";

const IT = "a group's series that everybody sees";

export const seriesEditPermissions: readonly Permission[] = [
  { mutation: "updateMeetingSeries", of: IT, ...convenes },
  { mutation: "cancelMeetingSeries", of: IT, ...convenes },
];
