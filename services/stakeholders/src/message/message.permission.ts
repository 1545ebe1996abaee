import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { seesOrganisation } from "../organisation/organisation.permission.ts";
import { canReply, canSeeMessage, canSendMessage } from "./message.policy.ts";

/** Somebody who is none of those who ask has written to the organisation. */
export const toOrganisation = {
  authorId: "per_writer",
  fromId: "per_writer",
  toId: SAMPLE.organisation,
  isWithheld: false,
};
const of = "a message to the organisation";
const answers = {
  of,
  sees: (viewer: Parameters<typeof canSendMessage>[0]) => canSeeMessage(viewer, toOrganisation),
  may: (viewer: Parameters<typeof canSendMessage>[0]) => canReply(viewer, toOrganisation),
};

export const messagePermissions: readonly Permission[] = [
  {
    mutation: "sendMessage",
    of: "to an organisation that everybody sees",
    sees: seesOrganisation,
    may: canSendMessage,
  },
  { mutation: "replyToMessage", ...answers },
  { mutation: "blockSender", ...answers },
  { field: "Query.messages", of, shows: (viewer) => canSeeMessage(viewer, toOrganisation) },
];
