import type { LinkedPage } from "@convene/shared/page/page-link";

/** The page that a link opens. */
export const pageOf = (id: string): LinkedPage => ({ service: "meetings", page: "poll", id });

const DAY = 24 * 3_600_000;

/** How long after the deadline one may still look at what was said, unless it is said. */
const USUALLY_AFTER = 7 * DAY;
const LONGEST_AFTER = 30 * DAY;

export const usualExpiry = ({ deadline }: { readonly deadline: Date }): Date =>
  new Date(deadline.getTime() + USUALLY_AFTER);

export const latestExpiry = ({ deadline }: { readonly deadline: Date }): Date =>
  new Date(deadline.getTime() + LONGEST_AFTER);
