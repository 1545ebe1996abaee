import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { sampleGroup, seesGroup } from "../working-group/working-group.permission.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { AnswerReaders, CallAddressees } from "./input-call.enum.ts";
import { actsFor, canReadAnswer, canSeeCall } from "./input-call.policy.ts";

const OF = "of a group, to its members, and its co-leads read the answers";
const call = { addressees: CallAddressees.MEMBERS, answersShownTo: AnswerReaders.CO_LEADS };
const answer = { ...call, organisationId: SAMPLE.organisation };
const sees = (viewer: Viewer | null) => canSeeCall(viewer, sampleGroup, call);

export const inputCallPermissions: readonly Permission[] = [
  {
    mutation: "openInputCall",
    of: "of a group that everybody sees",
    sees: seesGroup,
    may: (viewer) => canEditGroup(viewer, sampleGroup),
  },
  {
    mutation: "updateInputCall",
    of: OF,
    sees,
    may: (viewer) => canEditGroup(viewer, sampleGroup),
  },
  {
    mutation: "answerInputCall",
    of: OF,
    sees,
    may: (viewer) => actsFor(viewer, SAMPLE.organisation),
  },
  { field: "Query.inputCall", of: OF, shows: sees },
  { field: "WorkingGroup.inputCalls", of: OF, shows: sees },
  {
    field: "InputCall.answers",
    of: OF,
    shows: (viewer) => sees(viewer) && canReadAnswer(viewer, sampleGroup, answer),
  },
];
