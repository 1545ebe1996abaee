import { removable } from "@convene/shared/removal/removable";
import { Action } from "../action/action.entity.ts";
import { ActionCarry } from "../carry-over/action-carry.entity.ts";
import { CommitmentChange } from "../commitment/commitment-change.entity.ts";
import type { CommitmentRow } from "../commitment/commitment-row.entity.ts";
import { Decision } from "../decision/decision.entity.ts";
import { MinutesEntry } from "../minute/minutes-entry.entity.ts";
import { MinutesRevision } from "../minute/minutes-revision.entity.ts";
import { Minutes } from "../minute/minutes.entity.ts";

const commitments = (entity: abstract new () => CommitmentRow, title: string) =>
  removable<CommitmentRow>({
    entity,
    title,
    feed: null,
    refersBy: ["meetingId", "itemId", "organisationId", "personId"],
    derived: [],
    parts: [
      {
        entity: CommitmentChange,
        owner: "subjectId",
        refersBy: ["meetingId", "itemId", "changedById"],
      },
    ],
  });

/** What was said and agreed, which goes with its meeting. */
export const recordTables = [
  removable({
    entity: ActionCarry,
    title: "actions carried over",
    feed: null,
    refersBy: ["actionId", "fromMeetingId", "toMeetingId"],
    derived: [],
  }),
  ...[commitments(Decision, "decisions"), commitments(Action, "actions")],
  removable({
    entity: MinutesEntry,
    title: "minutes of items",
    feed: null,
    refersBy: ["meetingId", "itemId"],
    derived: [],
    parts: [{ entity: MinutesRevision, owner: "entryId", refersBy: ["editorId"] }],
  }),
  removable({
    entity: Minutes,
    title: "minutes",
    feed: null,
    refersBy: ["meetingId", "approvedAtMeetingId", "carriedToId"],
    derived: [],
  }),
];
