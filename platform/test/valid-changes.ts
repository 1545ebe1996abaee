import { invitationsOf, type PermissionWorld } from "./permission-world.ts";

type Asker = "admin" | "owner" | "themselves";

interface ValidChange {
  readonly as: Asker;
  readonly input: (id: PermissionWorld["id"]) => object;
}

const by =
  (as: Asker) =>
  (input: ValidChange["input"]): ValidChange => ({ as, input });
const admin = by("admin");
const owner = by("owner");
const themselves = by("themselves");

const STARTS = {
  localStart: "2041-02-11T10:00:00",
  timeZone: "Europe/London",
  durationMinutes: 60,
};

/**
 * Each mutation once in the world of the permissions, so that it succeeds and changes something, in
 * this order: a later one may need what an earlier one did.
 */
export const VALID_CHANGES: Readonly<Record<string, ValidChange>> = {
  createOrganisation: admin(() => ({ name: "Recorded" })),
  updateOrganisation: admin((id) => ({ id: id("organisation"), description: "Recorded" })),
  confirmOrganisation: admin((id) => ({ id: id("organisation") })),
  deleteOrganisation: admin((id) => ({ id: id("organisation alone") })),
  decideOwnershipClaim: admin((id) => ({
    ...{ claim: id("claim"), decision: "DECLINE", reply: "Recorded" },
  })),
  claimOrganisation: owner((id) => ({
    organisation: id("undone twin"),
    evidence: "Recorded",
  })),
  mergeOrganisations: admin((id) => ({ from: id("twin"), into: id("organisation") })),
  undoOrganisationMerge: admin((id) => ({ merge: id("merge") })),
  createPerson: admin(() => ({ name: "Recorded" })),
  updatePerson: admin((id) => ({ id: id("themselves"), about: "Recorded" })),
  deletePerson: admin((id) => ({ id: id("person for admin") })),
  addRole: admin((id) => ({
    organisation: id("otherOrganisation"),
    person: id("signedIn"),
    title: "Helper",
  })),
  endRole: admin((id) => ({ id: id("role of themselves") })),
  proposeRelationship: admin((id) => ({
    type: "HOSTS",
    source: id("organisation"),
    target: id("otherOrganisation"),
  })),
  confirmRelationship: admin((id) => ({ id: id("proposed") })),
  endRelationship: admin((id) => ({ id: id("confirmed") })),
  createNetwork: admin(() => ({ name: "Recorded", kind: "GLOBAL" })),
  updateNetwork: admin((id) => ({ id: id("network"), name: "Recorded anew" })),
  addNetworkMember: admin((id) => ({ network: id("network"), person: id("signedIn") })),
  endNetworkMember: admin((id) => ({ id: id("membership 4") })),
  requestToJoinNetwork: owner((id) => ({
    ...{ network: id("otherNetwork"), organisation: id("organisation"), answers: [] },
  })),
  decideNetworkJoinRequest: admin((id) => ({
    id: id("network join request"),
    decision: "APPROVE",
  })),
  withdrawNetworkJoinRequest: admin((id) => ({ id: id("network join request to withdraw") })),
  inviteOrganisations: admin((id) => ({
    network: id("otherNetwork"),
    csv: invitationsOf(id("otherNetwork")),
  })),
  revokeInvitation: admin((id) => ({ id: id("invitation") })),
  cancelImport: admin((id) => ({ id: id("import") })),
  startImport: admin(() => ({ fileName: "table.csv", kind: "ORGANISATIONS" })),
  cancelPracticeImport: admin((id) => ({ id: id("practiceImport") })),
  startPracticeImport: admin(() => ({ fileName: "table.csv" })),

  keepDateFree: admin((id) => ({
    ...{ network: id("network"), startDate: "2041-01-01", reason: "Recorded" },
  })),
  removeFreeDate: admin((id) => ({ id: id("network").replace("net_", "frd_") })),

  createMeetingSeries: admin((id) => ({
    group: id("group"),
    ...{ title: "Recorded", preset: "QUARTERLY", count: 1, ...STARTS },
  })),
  scheduleProposal: admin((id) => ({
    group: id("group"),
    ...{ title: "Recorded", every: "QUARTERLY", localStarts: [STARTS.localStart] },
    ...{ timeZone: STARTS.timeZone, durationMinutes: 60 },
  })),
  createPoll: admin((id) => ({
    group: id("group"),
    ...{ title: "Recorded", localStarts: [STARTS.localStart], deadline: "2041-01-01T00:00:00Z" },
    ...{ timeZone: STARTS.timeZone, durationMinutes: 60 },
  })),
  answerPoll: owner((id) => ({
    ...{ poll: id("poll"), organisation: id("organisation") },
    answers: [{ slot: id("slot of poll"), choice: "YES" }],
  })),
  createPollLink: admin((id) => ({ invitation: id("asked by poll") })),
  revokePollLink: admin((id) => ({ id: id("poll link") })),
  closePoll: admin((id) => ({ id: id("poll") })),
  finalisePoll: admin((id) => ({ id: id("poll"), slot: id("slot of poll") })),
  createMeeting: admin((id) => ({ group: id("group"), title: "Recorded", ...STARTS })),
  updateMeeting: admin((id) => ({ id: id("meeting"), title: "Recorded" })),
  updateMeetingSeries: admin((id) => ({ id: id("series-PUBLIC"), title: "Recorded" })),
  setMeetingRotation: admin((id) => ({
    ...{ id: id("series-PUBLIC"), role: "HOST", order: [id("organisation")] },
  })),
  assignMeetingTurn: admin((id) => ({
    ...{ id: id("meeting"), role: "CHAIR", holder: id("organisation") },
  })),
  cancelMeetingSeries: admin((id) => ({ id: id("series to cancel") })),
  cancelMeeting: admin((id) => ({ id: id("meeting to cancel") })),
  addAgendaItem: admin((id) => ({
    meeting: id("meeting"),
    ...{ title: "Recorded", durationMinutes: 5 },
  })),
  updateAgendaItem: admin((id) => ({ id: id("agenda item"), title: "Recorded" })),
  moveAgendaItem: admin((id) => ({ id: id("agenda item for secretariat"), position: 1 })),
  removeAgendaItem: admin((id) => ({ id: id("agenda item for admin") })),
  recordAttendance: admin((id) => ({
    ...{ meeting: id("meeting"), organisation: id("organisation"), status: "ACCEPTED" },
  })),
  saveMinutes: admin((id) => ({
    ...{ agendaItem: id("agenda item"), text: "Recorded", baseVersion: 1 },
  })),
  setAgendaItemOutcome: admin((id) => ({ id: id("agenda item"), outcome: "DONE" })),
  proposeAgendaItem: admin((id) => ({
    meeting: id("meeting"),
    ...{ title: "Recorded", purpose: "DISCUSS", minutesAsked: 5 },
  })),
  updateAgendaProposal: admin((id) => ({ id: id("proposal"), title: "Recorded" })),
  withdrawAgendaProposal: admin((id) => ({ id: id("proposal") })),
  acceptAgendaProposal: admin((id) => ({ id: id("proposal to accept") })),
  declineAgendaProposal: admin((id) => ({ id: id("proposal to decline"), reason: "Recorded" })),
  postponeAgendaProposal: admin((id) => ({ id: id("proposal to postpone") })),
  postponeAgendaItem: admin((id) => ({ agendaItem: id("item of a series") })),
  uploadPaper: admin((id) => ({
    ...{ agendaItem: id("agenda item"), title: "Recorded", fileName: "paper.md" },
  })),
  removePaper: admin((id) => ({ id: id("paper for admin") })),
  setPapersDeadline: admin((id) => ({
    ...{ meeting: id("meeting"), papersDueAt: "2030-01-01T00:00:00Z" },
  })),
  setAgendaTemplate: admin((id) => ({
    ...{ group: id("group"), items: [{ standing: "WELCOME", durationMinutes: 5 }] },
  })),
  applyAgendaTemplate: admin((id) => ({ meeting: id("meeting") })),
  concludeMeeting: admin((id) => ({ meeting: id("held") })),
  approveMinutes: admin((id) => ({ meeting: id("held"), at: id("held later") })),
  recordDecision: admin((id) => ({ meeting: id("meeting"), text: "Recorded" })),
  updateDecision: admin((id) => ({ id: id("decision"), state: "CARRIED_OUT" })),
  recordAction: admin((id) => ({ meeting: id("meeting"), text: "Recorded" })),
  updateAction: admin((id) => ({ id: id("action"), state: "DONE" })),
  applyChathamHouseRule: admin((id) => ({ meeting: id("meeting to rule") })),
  setInterpretationNeeds: themselves(() => ({ intoLanguages: ["fr", "bfi"] })),
  updateMyAvailability: themselves(() => ({
    timeZone: "Asia/Amman",
    comfortable: [{ from: "08:00", until: "12:00" }],
  })),
  importMyBusyTimes: themselves(() => ({ ics: null })),
  createCalendarFeed: themselves(() => ({})),
  revokeCalendarFeed: themselves((id) => ({ id: id("feed") })),

  createWorkingGroup: admin((id) => ({ code: "REC", name: "Recorded", network: id("network") })),
  updateWorkingGroup: admin((id) => ({ id: id("group"), description: "Recorded" })),
  changeWorkingGroupState: admin((id) => ({ id: id("proposedGroup"), state: "CHARTERED" })),
  adoptCharter: admin((id) => ({ group: id("group"), purpose: "Recorded" })),
  addWorkplan: admin((id) => ({
    group: id("group"),
    ...{ title: "Recorded", startDate: "2040-01-01", endDate: "2040-12-31" },
  })),
  updateWorkplan: admin((id) => ({ id: id("workplan"), title: "Recorded" })),
  addActivity: admin((id) => ({
    workplan: id("workplan"),
    ...{ title: "Recorded", startDate: "2040-01-01", dueDate: "2040-12-31" },
  })),
  updateActivity: admin((id) => ({ id: id("activity"), status: "ONGOING" })),
  removeActivity: admin((id) => ({ id: id("activity for admin") })),
  addMilestone: admin((id) => ({
    group: id("group"),
    ...{ title: "Recorded", dueDate: "2040-12-31" },
  })),
  updateMilestone: admin((id) => ({ id: id("milestone"), status: "REACHED" })),
  openInputCall: admin((id) => ({
    ...{ group: id("group"), title: "Recorded", questions: [{ question: "Recorded?" }] },
    closesAt: "2027-12-01T00:00:00Z",
  })),
  updateInputCall: admin((id) => ({ id: id("call"), title: "Recorded" })),
  answerInputCall: owner((id) => ({
    ...{ call: id("call"), organisation: id("organisation") },
    answers: [{ question: "Why?", answer: "Recorded" }],
  })),
  requestToJoin: owner((id) => ({ group: id("otherGroup"), organisation: id("organisation") })),
  decideJoinRequest: admin((id) => ({ id: id("join request"), decision: "APPROVE" })),
  withdrawJoinRequest: admin((id) => ({ id: id("join request to withdraw") })),
  addSeat: admin((id) => ({ group: id("otherGroup"), organisation: id("otherOrganisation") })),
  updateSeat: admin((id) => ({ id: id("seat in group"), onBehalfOf: "Others" })),
  endSeat: admin((id) => ({ id: id("seat in proposedGroup") })),

  createPractice: admin((id) => ({
    ...{ title: "Recorded", summary: "S", objectives: [7] },
    implementers: [id("organisation")],
  })),
  updatePractice: admin((id) => ({ id: id("practice-to edit"), title: "Recorded" })),
  addPracticeOrganisation: admin((id) => ({
    practice: id("practice-to edit"),
    ...{ organisation: id("otherOrganisation"), role: "PARTNER" },
  })),
  removePracticeOrganisation: admin((id) => ({
    practice: id("practice-to edit"),
    organisation: id("otherOrganisation"),
  })),
  submitPractice: admin((id) => ({ id: id("practice-DRAFT") })),
  startPracticeReview: admin((id) => ({ id: id("practice-SUBMITTED") })),
  publishPractice: admin((id) => ({ id: id("practice-UNDER_REVIEW") })),
  withdrawPractice: admin((id) => ({ id: id("practice-PUBLISHED") })),

  sendMessage: owner((id) => ({ to: id("themselves"), subject: "Hello", text: "Hello" })),
  replyToMessage: owner((id) => ({ message: id("message"), text: "Hello" })),
  blockSender: owner((id) => ({ message: id("message") })),
  requestIntroduction: owner((id) => ({
    seeker: id("organisation"),
    target: id("otherOrganisation"),
    over: id("seated"),
    text: "Hello",
  })),
  answerIntroduction: owner((id) => ({ introduction: id("introduction"), answer: "ACCEPT" })),
  tellIntroductionOutcome: owner((id) => ({
    ...{ introduction: id("accepted introduction"), outcome: "YES" },
  })),
  reportContent: owner((id) => ({ about: id("otherOrganisation"), reason: "SPAM" })),
  decideReport: admin((id) => ({
    ...{ report: id("report"), decision: "TAKE_DOWN", note: "For a reason" },
  })),
  restoreContent: admin((id) => ({ report: id("report"), note: "For a reason" })),

  setPlatformRoles: admin((id) => ({ person: id("themselves"), roles: ["REVIEWER"] })),
  giveConsent: themselves(() => ({ kind: "PUBLIC_LISTING" })),
  withdrawConsent: themselves(() => ({ kind: "PUBLIC_LISTING" })),
  createApiKey: themselves(() => ({ name: "Recorded" })),
  revokeApiKey: themselves((id) => ({ id: id("api key") })),
  saveSearch: themselves(() => ({ name: "Recorded", text: "housing" })),
  deleteSavedSearch: themselves((id) => ({ id: id("saved search") })),
  updateNotificationPreferences: themselves(() => ({ language: "fr" })),
  endSession: themselves((id) => ({ id: id("session") })),
  liftBounce: admin((id) => ({ id: id("bounce") })),
};
