import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { sampleGroup, seesGroup } from "../working-group/working-group.permission.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { canAsk, canSeeRequest } from "./join-request.policy.ts";

const OF = "a request of the other organisation";
const organisation = {
  id: SAMPLE.otherOrganisation,
  audience: Audience.PUBLIC,
  organisations: [SAMPLE.otherOrganisation],
  networks: [SAMPLE.otherNetwork],
};
const sees = (viewer: Viewer | null) => canSeeRequest(viewer, { group: sampleGroup, organisation });

export const joinRequestPermissions: readonly Permission[] = [
  {
    mutation: "requestToJoin",
    of: "a group that everybody sees, for the organisation",
    sees: seesGroup,
    may: (viewer) => canAsk(viewer, SAMPLE.organisation),
  },
  {
    mutation: "decideJoinRequest",
    of: OF,
    sees,
    may: (viewer) => canEditGroup(viewer, sampleGroup),
  },
  {
    mutation: "withdrawJoinRequest",
    of: OF,
    sees,
    may: (viewer) => canAsk(viewer, SAMPLE.otherOrganisation),
  },
  { field: "WorkingGroup.joinRequests", of: OF, shows: sees },
];
