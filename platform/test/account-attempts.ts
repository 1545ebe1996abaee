import type { Attempt } from "./attempt.ts";

/** How what people do of their own, and what moderators do, is tried, by the key of its row. */
export const ACCOUNT_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "createApiKey: a key of their own account": (_, { isAllowed }) => ({
    name: isAllowed ? "" : "For a walk",
    scopes: ["READ"],
    expiresInDays: 1,
  }),
  "setPlatformRoles: the roles of somebody": (id) => ({ person: id("themselves"), roles: [] }),
  "giveConsent: a consent of themselves": (_, { isAllowed }) =>
    isAllowed ? { kind: "PRIVACY_NOTICE", version: "none" } : { kind: "PUBLIC_LISTING" },
  "withdrawConsent: a consent of themselves": () => ({ kind: "PUBLIC_LISTING" }),
  "revokeApiKey: a key of their own account": (id) => ({ id: id("api key") }),
  "sendMessage: to an organisation that everybody sees": (id) => ({
    to: id("organisation"),
    subject: "",
    text: "",
  }),
  "replyToMessage: a message to the organisation": (id) => ({ message: id("message"), text: "" }),
  "blockSender: a message to the organisation": (id) => ({ message: id("message") }),
  "requestIntroduction: for an organisation that everybody sees": (id) => ({
    seeker: id("organisation"),
    target: id("otherOrganisation"),
    over: id("seated"),
    text: "",
  }),
  // Passed on by the first of them: CONFLICT.
  "answerIntroduction: waits for the organisation, asked by the other one": (id) => ({
    introduction: id("introduction"),
    answer: "ACCEPT",
  }),
  "tellIntroductionOutcome: of the other organisation with the organisation, accepted": (id) => ({
    introduction: id("accepted introduction"),
    outcome: "NOT_YET",
  }),
  "reportContent: an organisation that everybody sees": (id) => ({
    about: id("organisation"),
    reason: "OTHER",
    comment: "x".repeat(2_001),
  }),
  "reportContent: a message to the organisation": (id) => ({
    about: id("message"),
    reason: "OTHER",
    comment: "x".repeat(2_001),
  }),
  "reportContent: an introduction that waits for the organisation": (id) => ({
    about: id("introduction"),
    reason: "OTHER",
    comment: "x".repeat(2_001),
  }),
  "decideReport: about an organisation of the network": (id) => ({
    report: id("report"),
    decision: "DISMISS",
    note: "",
  }),
  // It is not taken down: CONFLICT.
  "restoreContent: about an organisation of the network": (id) => ({
    report: id("report"),
    note: "For a reason",
  }),
  "decideReport: about a group of the network": (id) => ({
    report: id("report of group"),
    decision: "DISMISS",
    note: "",
  }),
  "restoreContent: about a group of the network": (id) => ({
    report: id("report of group"),
    note: "For a reason",
  }),
  "updateNotificationPreferences: their own account": () => ({ language: "de" }),
  "liftBounce: an address to which mail came back": (id) => ({ id: id("bounce") }),
  "saveSearch: their own": () => ({ name: "" }),
  "deleteSavedSearch: a search of themselves": (id) => ({ id: id("saved search") }),
  "endSession: a session of themselves": (id) => ({ id: id("session") }),
};
