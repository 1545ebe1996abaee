import type { Permission } from "@convene/shared/permission/permission";
import { showsSeated } from "../convener/convener.permission.ts";

export const seriesSearchPermissions: readonly Permission[] = [
  ...["items", "decisions", "actions"].map((list) => ({
    field: `MeetingSeries.${list}`,
    of: "a group's series that everybody sees",
    shows: showsSeated,
  })),
];
