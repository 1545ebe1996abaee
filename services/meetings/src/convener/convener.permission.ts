import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { canConvene, canSeeConvened, protectionWithin, sitsThere } from "./convener.policy.ts";

const group = {
  audience: Audience.PUBLIC,
  organisations: [SAMPLE.organisation],
  networks: [SAMPLE.network],
};

/** What a group convenes that everybody sees, and that stands in a network. */
export const ofGroup = { groupId: SAMPLE.group, networkId: SAMPLE.network };
/** What the network itself convenes. */
export const ofNetwork = { groupId: null, networkId: SAMPLE.network };

export const seesConvened = (
  viewer: Viewer | null,
  audience: Audience = Audience.PUBLIC,
): boolean => canSeeConvened(viewer, { ...ofGroup, ...protectionWithin(group, audience) });

/** Of whatever only those do who convene what everybody sees. */
export const convenes = {
  sees: (viewer: Viewer) => seesConvened(viewer),
  may: (viewer: Viewer) => canConvene(viewer, ofGroup),
};

/** What only those are shown who sit there. */
export const showsSeated = (viewer: Viewer | null): boolean =>
  seesConvened(viewer) && sitsThere(viewer, ofGroup);

/** The rows of a record that a group convenes, one for each audience that was chosen for it. */
export const convenedByAudience = (field: string) =>
  CHOSEN_AUDIENCES.map((audience) => ({
    field,
    of: `of a group that everybody sees, of the audience ${audience}`,
    shows: (viewer: Viewer | null) => seesConvened(viewer, audience),
  }));
