import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { sampleGroup, seesGroup } from "../working-group/working-group.permission.ts";
import { canFillSeat, canGrantSeat, canSeeSeat } from "./seat.policy.ts";

const seat = { organisationId: SAMPLE.organisation };
const organisation = {
  audience: Audience.PUBLIC,
  organisations: [SAMPLE.organisation],
  networks: [SAMPLE.network],
};

const inner = { ...sampleGroup, audience: Audience.NETWORK };

const sees = (viewer: Viewer) => canSeeSeat(viewer, sampleGroup, organisation);
const fills = (viewer: Viewer) => canFillSeat(viewer, sampleGroup, seat);
const grants = (viewer: Viewer) => canGrantSeat(viewer, sampleGroup);

export const seatPermissions: readonly Permission[] = [
  { mutation: "addSeat", of: "in a group that everybody sees", sees: seesGroup, may: grants },
  { mutation: "updateSeat", of: "who fills a seat of the organisation", sees, may: fills },
  {
    mutation: "updateSeat",
    of: "the terms of a seat of the organisation",
    sees,
    may: (viewer) => fills(viewer) && grants(viewer),
  },
  { mutation: "endSeat", of: "a seat of the organisation", sees, may: fills },
  {
    field: "Seat",
    of: "in a group of the audience NETWORK",
    shows: (viewer) => canSeeSeat(viewer, inner, organisation),
  },
];
