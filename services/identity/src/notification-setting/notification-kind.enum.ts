import { registerEnumType } from "type-graphql";

/** What somebody may be told by mail, and how often they wish to hear of it. */
export enum NotificationKind {
  MESSAGE = "MESSAGE",
  DECISION = "DECISION",
  REPORT = "REPORT",
  POLL = "POLL",
  CALL = "CALL",
  SEARCH = "SEARCH",
  MEETING = "MEETING",
  AGENDA = "AGENDA",
  ACTION = "ACTION",
}

export enum NotificationFrequency {
  AT_ONCE = "AT_ONCE",
  DAILY = "DAILY",
  WEEKLY = "WEEKLY",
  QUARTERLY = "QUARTERLY",
  NEVER = "NEVER",
}

/** Where nothing was chosen. */
export const USUALLY: Readonly<Record<NotificationKind, NotificationFrequency>> = {
  MESSAGE: NotificationFrequency.AT_ONCE,
  DECISION: NotificationFrequency.AT_ONCE,
  REPORT: NotificationFrequency.DAILY,
  POLL: NotificationFrequency.AT_ONCE,
  CALL: NotificationFrequency.AT_ONCE,
  SEARCH: NotificationFrequency.WEEKLY,
  MEETING: NotificationFrequency.AT_ONCE,
  AGENDA: NotificationFrequency.AT_ONCE,
  ACTION: NotificationFrequency.AT_ONCE,
};

registerEnumType(NotificationKind, {
  name: "NotificationKind",
  description: "What somebody may be told by mail. Links to sign in are no part of it.",
  valuesConfig: {
    MESSAGE: {
      description:
        "Somebody has written to them, or to an organisation of theirs; and what concerns introductions.",
    },
    DECISION: { description: "What became of their report, or of what they have entered." },
    REPORT: { description: "Reports wait for them to decide." },
    POLL: { description: "They are asked when they can meet, and told which time was chosen." },
    CALL: {
      description: "A working group asks their organisation for input, and it has not answered.",
    },
    SEARCH: { description: "A search that they have saved finds something new." },
    MEETING: {
      description:
        "Invitations to meetings, and what becomes of these: each is a mail of its own, for a calendar.",
    },
    AGENDA: {
      description:
        "Somebody proposes what a meeting of a group that they lead is to be about; and what became of their own proposals.",
    },
    ACTION: { description: "What they are to do is still open a week before the next meeting." },
  },
});

registerEnumType(NotificationFrequency, {
  name: "NotificationFrequency",
  description: "How often mails of one kind are sent; all that is due at one moment is one mail.",
  valuesConfig: {
    AT_ONCE: { description: "Each by itself, when it happens." },
    DAILY: { description: "At 8 in the morning, in their time zone." },
    WEEKLY: { description: "On Mondays, at 8 in the morning." },
    QUARTERLY: { description: "On the first day of January, April, July and October, at 8." },
    NEVER: { description: "Not at all: nothing is kept for later." },
  },
});
