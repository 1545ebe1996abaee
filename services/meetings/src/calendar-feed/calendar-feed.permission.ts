import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canManageFeeds, canRevokeFeed, canSeeFeed } from "./calendar-feed.policy.ts";

const OWN = { personId: SAMPLE.person };

export const calendarFeedPermissions: readonly Permission[] = [
  { mutation: "createCalendarFeed", of: "their own", may: canManageFeeds },
  {
    mutation: "revokeCalendarFeed",
    of: "a feed of themselves",
    sees: (viewer) => canSeeFeed(viewer, OWN),
    may: (viewer) => canRevokeFeed(viewer, OWN),
  },
  {
    field: "Query.myCalendarFeeds",
    of: "a feed of themselves",
    shows: (viewer) => canSeeFeed(viewer, OWN),
  },
];
