import { ACCOUNT_ATTEMPTS } from "./account-attempts.ts";
import type { Attempt } from "./attempt.ts";
import { MINUTES_ATTEMPTS } from "./minutes-attempts.ts";
import { PAPER_ATTEMPTS } from "./papers-world.ts";
import { NETWORK_ATTEMPTS } from "./network-attempts.ts";
import { invitationsOf } from "./permission-world.ts";

const ASKED = "for an organisation that a poll asks, and everybody sees";
const LONG_AGO = { endDate: "1990-01-01" };
const STARTS = {
  localStart: "2041-01-10T10:00:00",
  timeZone: "Europe/London",
  durationMinutes: 60,
};

/**
 * How each mutation of the table is tried, by the key of its row. Wherever it can be, by an input
 * that is refused for itself right after it was decided who may: so it changes nothing, and whoever
 * may not must be told that, and not what is wrong with the input.
 */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "createOrganisation: an organisation": () => ({ name: "" }),
  "updateOrganisation: an organisation that everybody sees": (id) => ({
    id: id("organisation"),
    name: "",
  }),
  "confirmOrganisation: an organisation that everybody sees": (id) => ({
    id: id("organisation"),
    on: "2999-01-01",
  }),
  // It has relationships: CONFLICT.
  "deleteOrganisation: an organisation that everybody sees": (id) => ({ id: id("organisation") }),

  // A dry run decides and does nothing; what was taken back cannot be again: CONFLICT.
  "mergeOrganisations: two organisations of one network, which everybody sees": (id) => ({
    ...{ from: id("twin"), into: id("organisation"), dryRun: true },
  }),
  "undoOrganisationMerge: a merge within a network": (id) => ({ merge: id("undone merge") }),

  "claimOrganisation: an organisation of nobody's, which everybody sees": (id) => ({
    organisation: id("twin"),
    evidence: "",
  }),
  // To decline asks for a reason.
  "decideOwnershipClaim: a claim to a member of the network": (id) => ({
    claim: id("claim"),
    decision: "DECLINE",
  }),

  "createPerson: somebody of an organisation": (id) => ({
    organisation: id("organisation"),
    name: "",
  }),
  "createPerson: somebody without an organisation": () => ({ name: "" }),
  "updatePerson: somebody whom the organisation has entered, and everybody sees": (id) => ({
    id: id("themselves"),
    name: "",
  }),
  "deletePerson: somebody whom the organisation has entered, and everybody sees": (id, asking) => ({
    id: id(asking.isAllowed ? `person for ${asking.role}` : "themselves"),
  }),

  "addRole: the access of an owner": (id) => ({
    organisation: id("organisation"),
    person: id("signedIn"),
    access: "OWNER",
    ...LONG_AGO,
  }),
  "addRole: the access of a delegate": (id) => ({
    organisation: id("organisation"),
    person: id("signedIn"),
    access: "DELEGATE",
    ...LONG_AGO,
  }),
  "endRole: the role of another owner": (id) => ({ id: id("role of another owner"), ...LONG_AGO }),
  "endRole: a role without access, of themselves": (id) => ({
    id: id("role of themselves"),
    ...LONG_AGO,
  }),

  "proposeRelationship: two organisations that everybody sees": (id) => ({
    type: "HOSTS",
    source: id("organisation"),
    target: id("otherOrganisation"),
    startDate: "2020-01-01",
    ...LONG_AGO,
  }),
  "confirmRelationship: proposed by the other organisation": (id) => ({
    id: id("proposed"),
    startDate: "2060-01-01",
  }),
  "endRelationship: confirmed": (id) => ({ id: id("confirmed"), ...LONG_AGO }),

  ...NETWORK_ATTEMPTS,
  "inviteOrganisations: a network that everybody sees": (id) => ({
    network: id("network"),
    csv: invitationsOf(id("network")),
  }),
  "revokeInvitation: an invitation of the network": (id) => ({ id: id("invitation") }),

  "startImport: an import": () => ({ fileName: "", kind: "ORGANISATIONS" }),
  "cancelImport: an import that the administrator has asked for": (id) => ({ id: id("import") }),
  "startPracticeImport: an import": () => ({ fileName: "" }),
  "cancelPracticeImport: an import that the administrator has asked for": (id) => ({
    id: id("practiceImport"),
  }),

  "createMeetingSeries: of a group that everybody sees": (id) => ({
    group: id("group"),
    title: "",
    preset: "QUARTERLY",
    count: 1,
    ...STARTS,
  }),
  "scheduleProposal: of a group that everybody sees": (id) => ({
    group: id("group"),
    ...{ title: "", every: "QUARTERLY", localStarts: [STARTS.localStart] },
    ...{ timeZone: STARTS.timeZone, durationMinutes: 60 },
  }),
  "createPoll: of a group that everybody sees": (id) => ({
    group: id("group"),
    ...{ title: "", localStarts: [STARTS.localStart], deadline: "2041-01-01T00:00:00Z" },
    ...{ timeZone: STARTS.timeZone, durationMinutes: 60 },
  }),
  "closePoll: of a group that everybody sees": (id) => ({ id: id("poll to close") }),
  "finalisePoll: of a group that everybody sees": (id) => ({ id: id("poll"), slot: "psl_none" }),
  "answerPoll: for an organisation with a seat": (id) => ({
    ...{ poll: id("poll"), organisation: id("organisation"), answers: [] },
  }),
  [`createPollLink: ${ASKED}`]: (id) => ({ invitation: id("asked by poll") }),
  [`revokePollLink: ${ASKED}`]: (id) => ({ id: id("poll link") }),
  "updateMeetingSeries: a group's series that everybody sees": (id) => ({
    id: id("series-PUBLIC"),
    title: "",
  }),
  "cancelMeetingSeries: a group's series that everybody sees": (id) => ({
    id: id("series to cancel"),
  }),
  "setMeetingRotation: a group's series that everybody sees": (id) => ({
    ...{ id: id("series-PUBLIC"), role: "HOST", every: 0 },
  }),
  "assignMeetingTurn: a group's meeting that everybody sees": (id) => ({
    ...{ id: id("meeting"), role: "HOST", holder: id("meeting") },
  }),
  "createMeeting: of a group that everybody sees": (id) => ({
    group: id("group"),
    title: "Meeting",
    ...STARTS,
  }),
  "keepDateFree: of a network that everybody sees": (id) => ({
    ...{ network: id("network"), startDate: "2041-01-01", reason: "" },
  }),
  // Once it is taken away, a second time changes nothing.
  "removeFreeDate: of a network that everybody sees": (id) => ({
    id: id("network").replace("net_", "frd_"),
  }),
  "createMeeting: of a network that everybody sees": (id) => ({
    network: id("network"),
    title: "Meeting",
    ...STARTS,
  }),
  "updateMeeting: a group's meeting that everybody sees": (id) => ({
    id: id("meeting"),
    title: "",
  }),
  "cancelMeeting: a group's meeting that everybody sees": (id) => ({
    id: id("meeting to cancel"),
  }),
  "addAgendaItem: of a group's meeting that everybody sees": (id) => ({
    meeting: id("meeting"),
    title: "Item",
    durationMinutes: 5,
    position: 0,
  }),
  "updateAgendaItem: of a group's meeting that everybody sees": (id) => ({
    id: id("agenda item"),
    title: "",
  }),
  "moveAgendaItem: of a group's meeting that everybody sees": (id) => ({
    id: id("agenda item"),
    position: 0,
  }),
  "removeAgendaItem: of a group's meeting that everybody sees": (id, { role, isAllowed }) => ({
    id: id(isAllowed ? `agenda item for ${role}` : "agenda item"),
  }),
  "recordAttendance: that an organisation of the group will come": (id) => ({
    meeting: id("meeting"),
    organisation: id("organisation"),
    status: "ACCEPTED",
  }),
  "recordAttendance: that an organisation of the group was there": (id) => ({
    meeting: id("meeting"),
    organisation: id("organisation"),
    status: "ATTENDED",
  }),

  ...MINUTES_ATTEMPTS,
  ...PAPER_ATTEMPTS,

  "setInterpretationNeeds: their own": () => ({ intoLanguages: ["fr"] }),
  "updateMyAvailability: their own": () => ({ timeZone: "UTC", comfortable: [] }),
  // Whoever has entered no hours has no busy times to take away: CONFLICT.
  "importMyBusyTimes: into their own": () => ({ ics: null }),

  // A feed is about no meeting: BAD_USER_INPUT.
  "createCalendarFeed: their own": (id) => ({ about: id("meeting") }),
  "revokeCalendarFeed: a feed of themselves": (id) => ({ id: id("feed") }),

  // The code is taken: CONFLICT.
  "createWorkingGroup: in a network that everybody sees": (id) => ({
    code: "GROUP",
    name: "Group",
    network: id("network"),
  }),
  "createWorkingGroup: in no network": (id) => ({ code: id("group"), name: "Group" }),
  "updateWorkingGroup: a group that everybody sees": (id) => ({
    id: id("group"),
    description: "Changed",
  }),
  "changeWorkingGroupState: charters what was proposed": (id) => ({
    id: id("proposedGroup"),
    state: "CHARTERED",
  }),
  "changeWorkingGroupState: begins what is chartered": (id) => ({
    id: id("group"),
    state: "ACTIVE",
  }),
  "adoptCharter: of a group that everybody sees": (id) => ({ group: id("group"), purpose: "" }),
  "addWorkplan: of a group that everybody sees": (id) => ({
    group: id("group"),
    title: "",
    startDate: "2040-01-01",
    endDate: "2040-12-31",
  }),
  "updateWorkplan: of a group that everybody sees": (id) => ({ id: id("workplan"), title: "" }),
  "addActivity: of a group that everybody sees": (id) => ({
    workplan: id("workplan"),
    title: "",
    startDate: "2040-01-01",
    dueDate: "2040-12-31",
  }),
  "updateActivity: of a group that everybody sees": (id) => ({ id: id("activity"), title: "" }),
  "removeActivity: of a group that everybody sees": (id, { role, isAllowed }) => ({
    id: id(isAllowed ? `activity for ${role}` : "activity"),
  }),
  "addMilestone: of a group that everybody sees": (id) => ({
    group: id("group"),
    title: "",
    dueDate: "2040-12-31",
  }),
  "updateMilestone: of a group that everybody sees": (id) => ({ id: id("milestone"), title: "" }),
  "openInputCall: of a group that everybody sees": (id) => ({
    ...{ group: id("group"), title: "", questions: [] },
    closesAt: "2027-12-01T00:00:00Z",
  }),
  "updateInputCall: of a group, to its members, and its co-leads read the answers": (id) => ({
    id: id("call"),
    title: "",
  }),
  "answerInputCall: of a group, to its members, and its co-leads read the answers": (id) => ({
    ...{ call: id("call"), organisation: id("organisation"), answers: [] },
  }),
  // It sits there: CONFLICT.
  "requestToJoin: a group that everybody sees, for the organisation": (id) => ({
    group: id("group"),
    organisation: id("organisation"),
  }),
  "decideJoinRequest: a request of the other organisation": (id) => ({
    id: id("join request"),
    decision: "DECLINE",
  }),
  "withdrawJoinRequest: a request of the other organisation": (id) => ({
    id: id("join request"),
  }),
  "addSeat: in a group that everybody sees": (id) => ({
    group: id("group"),
    organisation: id("otherOrganisation"),
    ...LONG_AGO,
  }),
  "updateSeat: who fills a seat of the organisation": (id) => ({
    id: id("seat in group"),
    delegate: null,
  }),
  "updateSeat: the terms of a seat of the organisation": (id) => ({
    id: id("seat in group"),
    ...LONG_AGO,
  }),
  "endSeat: a seat of the organisation": (id) => ({ id: id("seat in group"), ...LONG_AGO }),

  "createPractice: of an organisation that everybody sees": (id) => ({
    title: "Practice",
    summary: "S",
    objectives: [7],
    type: "none",
    implementers: [id("organisation")],
  }),
  "updatePractice: a draft, entered by the secretariat": (id) => ({
    id: id("practice-to edit"),
    title: "",
  }),
  "addPracticeOrganisation: a draft, entered by the secretariat": (id) => ({
    practice: id("practice-to edit"),
    organisation: id("organisation"),
    role: "PARTNER",
  }),
  // The last implementer: CONFLICT.
  "removePracticeOrganisation: a draft, entered by the secretariat": (id) => ({
    practice: id("practice-to edit"),
    organisation: id("organisation"),
  }),
  "submitPractice: a practice that is DRAFT": (id) => ({ id: id("practice-DRAFT") }),
  "startPracticeReview: a practice that is SUBMITTED": (id) => ({ id: id("practice-SUBMITTED") }),
  "publishPractice: a practice that is UNDER_REVIEW": (id) => ({
    id: id("practice-UNDER_REVIEW"),
  }),
  "withdrawPractice: a practice that is PUBLISHED": (id) => ({ id: id("practice-PUBLISHED") }),

  // Whether there is an account for it is looked up after the input was found good.
  ...ACCOUNT_ATTEMPTS,
};
