import { hasOrganisationRole, type Viewer } from "@convene/shared/viewer";
import type { Message } from "./message.entity.ts";

type Kept = Pick<Message, "authorId" | "fromId" | "toId" | "isWithheld">;

/** Nobody writes without a name: whoever is signed in, and tied to a person. */
export const canSendMessage = (viewer: Viewer): boolean => viewer.person !== null;

/** Whether the viewer reads what is written to this person or organisation. */
const isAddressee = (viewer: Viewer | null, id: string): boolean =>
  viewer?.person === id || hasOrganisationRole(viewer, id, ["OWNER", "EDITOR"]);

/** The two between whom it went. Administrators and moderators read no letters but what is reported. */
export const canSeeMessage = (viewer: Viewer | null, message: Kept): boolean =>
  viewer !== null &&
  (viewer.person === message.authorId ||
    isAddressee(viewer, message.fromId) ||
    canReply(viewer, message));

/** Whom it reached. */
export const canReply = (viewer: Viewer | null, { toId, isWithheld }: Kept): boolean =>
  !isWithheld && viewer?.person != null && isAddressee(viewer, toId);

/** The ids in whose name the viewer reads messages. */
export const mailboxesOf = (viewer: Viewer): string[] => [
  ...(viewer.person === null ? [] : [viewer.person]),
  ...viewer.organisations.filter(({ role }) => role !== "DELEGATE").map(({ id }) => id),
];
