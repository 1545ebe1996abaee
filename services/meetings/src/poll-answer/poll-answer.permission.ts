import { Audience } from "@convene/shared/audience";
import type { Permission } from "@convene/shared/permission/permission";
import type { Viewer } from "@convene/shared/viewer";
import { ofGroup, seesConvened } from "../convener/convener.permission.ts";
import { canConvene } from "../convener/convener.policy.ts";
import { canAnswer } from "../poll-invitation/poll-invitation.policy.ts";
import { SAMPLE } from "@convene/shared/permission/sample";
import { canSeeAnswers } from "../poll/poll.policy.ts";

const sees = (viewer: Viewer | null): boolean => seesConvened(viewer, Audience.ORGANISATION);
const may = (viewer: Viewer): boolean => canConvene(viewer, ofGroup);
const IT = "of a group that everybody sees";
const seat = { organisationId: SAMPLE.organisation, personId: null, fillers: [] };

const showsAnswers =
  (poll: { readonly showsAnswers: boolean }) =>
  (viewer: Viewer | null): boolean =>
    sees(viewer) && canSeeAnswers(viewer, { ...ofGroup, ...poll });

export const pollPermissions: readonly Permission[] = [
  { mutation: "createPoll", of: IT, sees: (viewer) => seesConvened(viewer), may },
  { mutation: "closePoll", of: IT, sees, may },
  { mutation: "finalisePoll", of: IT, sees, may },
  {
    mutation: "answerPoll",
    of: "for an organisation with a seat",
    sees,
    may: (viewer) => canAnswer(viewer, seat),
  },
  { field: "Query.poll", of: IT, shows: sees },
  ...["PollSlot.result", "Poll.invitations"].flatMap((field) => [
    {
      field,
      of: "of a poll whose answers are hidden",
      shows: showsAnswers({ showsAnswers: false }),
    },
    {
      field,
      of: "of a poll whose answers are shown",
      shows: showsAnswers({ showsAnswers: true }),
    },
  ]),
];
