import { registerEnumType } from "type-graphql";

/** Why something should not stand here. */
export enum ReportReason {
  SAFETY = "SAFETY",
  PRIVACY = "PRIVACY",
  ABUSE = "ABUSE",
  FALSE = "FALSE",
  SPAM = "SPAM",
  OTHER = "OTHER",
}

export enum ReportState {
  OPEN = "OPEN",
  TAKEN_DOWN = "TAKEN_DOWN",
  DISMISSED = "DISMISSED",
  RESTORED = "RESTORED",
}

export enum ReportDecision {
  TAKE_DOWN = "TAKE_DOWN",
  DISMISS = "DISMISS",
}

registerEnumType(ReportReason, {
  name: "ReportReason",
  description: "Why something should not stand here.",
  valuesConfig: {
    SAFETY: { description: "It puts people at risk." },
    PRIVACY: { description: "It tells what is private." },
    ABUSE: { description: "It insults, threatens or incites." },
    FALSE: { description: "It is not true, or somebody poses as somebody else." },
    SPAM: { description: "It advertises, or has nothing to do with this network." },
    OTHER: { description: "Something else: say what." },
  },
});

registerEnumType(ReportState, {
  name: "ReportState",
  description: "What has become of a report.",
  valuesConfig: {
    OPEN: { description: "Nobody has decided yet." },
    TAKEN_DOWN: { description: "What it is about was taken down." },
    DISMISSED: { description: "What it is about stays." },
    RESTORED: { description: "What it is about was taken down, and is shown again." },
  },
});

registerEnumType(ReportDecision, {
  name: "ReportDecision",
  description: "What is decided about a report.",
  valuesConfig: {
    TAKE_DOWN: {
      description: "Nobody sees it but whose it is, moderators and administrators.",
    },
    DISMISS: { description: "It stays as it is." },
  },
});
