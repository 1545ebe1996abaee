import { type Answer, ask } from "./ask.ts";
import type { PermissionWorld } from "./permission-world.ts";

type Data = Answer["data"];

interface Listed extends Readonly<Partial<{ [field: string]: unknown }>> {
  readonly id?: string;
}

const ASKED = "for an organisation that a poll asks, and everybody sees";
/** What the graph says of itself by its `viewerCan…`, while everybody sees what everybody may. */
const ofRecords = ({ id }: PermissionWorld) => `{
  organisation(id: "${id("organisation")}") {
    viewerCanEdit viewerCanDelete viewerAccessChoices merges { nodes { id viewerCanUndo } }
    roles(first: 100) { nodes { id viewerCanEnd } } networks { nodes { id viewerCanEnd } }
    seats { nodes { id viewerCanEdit viewerCanGrant } } }
  person(id: "${id("themselves")}") { viewerCanEdit viewerCanDelete }
  network(id: "${id("network")}") {
    viewerCanEdit viewerCanKeepDatesFree
    joinRequests { nodes { viewerCanDecide viewerCanWithdraw } } invitations { nodes { id viewerCanRevoke } } }
  group: workingGroup(id: "${id("group")}") { viewerCanEdit viewerStateChoices viewerCanAdoptCharter
    joinRequests { nodes { viewerCanDecide viewerCanWithdraw } }
    milestones { nodes { viewerCanEdit } }
    inputCalls { nodes { viewerCanEdit viewerCanAnswer(organisation: "${id("organisation")}") } }
    workplans { nodes { viewerCanEdit activities { nodes { viewerCanEdit } } } } }
  proposedGroup: workingGroup(id: "${id("proposedGroup")}") { viewerStateChoices }
  meeting(id: "${id("meeting")}") { viewerCanEdit viewerCanPropose }
  agendaProposal(id: "${id("proposal")}") { viewerCanEdit viewerCanWithdraw viewerCanDecide }
  meetingSeries(id: "${id("series-PUBLIC")}") { viewerCanEdit }
  poll(id: "${id("poll")}") { viewerCanEdit viewerInvitations { nodes { organisation { id } } }
    invitations { nodes { links { nodes { id viewerCanRevoke } } } } }
  agendaItem(id: "${id("agenda item")}") { viewerCanEdit minutes { viewerCanEdit } }
  paper(id: "${id("paper")}") { viewerCanEdit }
  decision(id: "${id("decision")}") { viewerCanEdit } action(id: "${id("action")}") { viewerCanEdit }
  toEdit: practice(id: "${id("practice-to edit")}") { viewerCanEdit }
  DRAFT: practice(id: "${id("practice-DRAFT")}") { viewerCanSubmit }
  SUBMITTED: practice(id: "${id("practice-SUBMITTED")}") { viewerCanReview }
  UNDER_REVIEW: practice(id: "${id("practice-UNDER_REVIEW")}") { viewerCanPublish }
  PUBLISHED: practice(id: "${id("practice-PUBLISHED")}") { viewerCanWithdraw }
  proposed: relationship(id: "${id("proposed")}") { viewerCanConfirm }
  confirmed: relationship(id: "${id("confirmed")}") { viewerCanEnd }
  import(id: "${id("import")}") { viewerCanCancel }
  practiceImport(id: "${id("practiceImport")}") { viewerCanCancel } }`;

/** The rest: a request may not ask for more than 30 fields at the root. */
const ofLists = ({ id }: PermissionWorld) => `{
  twin: organisation(id: "${id("twin")}") { viewerCanClaim }
  otherOrganisation: organisation(id: "${id("otherOrganisation")}") { viewerCanEdit }
  messages(first: 100) { nodes { id viewerCanReply } }
  savedSearches { nodes { id viewerCanDelete } }
  ownershipClaims(first: 100) { nodes { id viewerCanDecide } }
  introductions { nodes { id viewerCanAnswer viewerCanTellOutcome } }
  reports(first: 100) { nodes { id viewerCanDecide } }
  myCalendarFeeds(first: 100) { nodes { id viewerCanRevoke } }
  bounces(first: 100) { nodes { id viewerCanLift } }
  platformRoles(first: 100) { nodes { id viewerCanSet } }
  me { viewerCanConsent notificationPreferences { viewerCanEdit } sessions { id viewerCanEnd } apiKeys { id viewerCanRevoke } } }`;

type Says = (data: Data, id: PermissionWorld["id"]) => boolean | undefined;

const of = (nodes: readonly Listed[] | undefined, id: string): Data =>
  nodes?.find((node) => node.id === id);

const ENTERED = "somebody whom the organisation has entered, and everybody sees";
const DRAFT = "a draft, entered by the secretariat";
const ITEM = "of a group's meeting that everybody sees";
const MEETING = "a group's meeting that everybody sees";
const OWNED = "how far one is that the organisation carries";
const PROPOSED = "what the administrator has proposed";
const IMPORT = "an import that the administrator has asked for";
const organisation: Says = (data) => data.organisation.viewerCanEdit;
const network: Says = (data) => data.network.viewerCanEdit;
const meeting: Says = (data) => data.meeting.viewerCanEdit;
const series: Says = (data) => data.meetingSeries.viewerCanEdit;
const item: Says = (data) => data.agendaItem.viewerCanEdit;
const minutes: Says = (data) => data.agendaItem.minutes?.viewerCanEdit;
const decides: Says = (data) => data.agendaProposal?.viewerCanDecide;
const group: Says = (data) => data.group.viewerCanEdit;
const draft: Says = (data) => data.toEdit?.viewerCanEdit;

/** Which words of the graph foretell what comes of a mutation, by the key of its row. */
export const SAYS: Readonly<Partial<{ [key: string]: Says }>> = {
  "updateOrganisation: an organisation that everybody sees": organisation,
  "confirmOrganisation: an organisation that everybody sees": organisation,
  "createPerson: somebody of an organisation": organisation,
  "deleteOrganisation: an organisation that everybody sees": (data) =>
    data.organisation.viewerCanDelete,
  "claimOrganisation: an organisation of nobody's, which everybody sees": (data) =>
    data.twin.viewerCanClaim,
  "decideOwnershipClaim: a claim to a member of the network": (data, id) =>
    of(data.ownershipClaims.nodes, id("claim"))?.viewerCanDecide,
  "undoOrganisationMerge: a merge within a network": (data, id) =>
    of(data.organisation.merges?.nodes, id("merge"))?.viewerCanUndo,
  "proposeRelationship: two organisations that everybody sees": (data) =>
    data.organisation.viewerCanEdit || data.otherOrganisation.viewerCanEdit,
  "requestToJoinNetwork: a network that everybody sees, for the organisation": organisation,
  "requestToJoin: a group that everybody sees, for the organisation": organisation,
  "addRole: the access of an owner": (data) =>
    data.organisation.viewerAccessChoices.includes("OWNER"),
  "addRole: the access of a delegate": (data) =>
    data.organisation.viewerAccessChoices.includes("DELEGATE"),
  "endRole: the role of another owner": (data, id) =>
    of(data.organisation.roles.nodes, id("role of another owner")).viewerCanEnd,
  "endRole: a role without access, of themselves": (data, id) =>
    of(data.organisation.roles.nodes, id("role of themselves")).viewerCanEnd,
  [`updatePerson: ${ENTERED}`]: (data) => data.person.viewerCanEdit,
  [`deletePerson: ${ENTERED}`]: (data) => data.person.viewerCanDelete,
  "confirmRelationship: proposed by the other organisation": (data) =>
    data.proposed?.viewerCanConfirm,
  "endRelationship: confirmed": (data) => data.confirmed.viewerCanEnd,
  "updateNetwork: a network that everybody sees": network,
  "addNetworkMember: a network that everybody sees": network,
  "inviteOrganisations: a network that everybody sees": network,
  "createMeeting: of a network that everybody sees": network,
  "keepDateFree: of a network that everybody sees": (data) => data.network.viewerCanKeepDatesFree,
  "removeFreeDate: of a network that everybody sees": (data) => data.network.viewerCanKeepDatesFree,
  "createWorkingGroup: in a network that everybody sees": network,
  "decideNetworkJoinRequest: a request of the other organisation, to the network": (data) =>
    data.network.joinRequests.nodes[0]?.viewerCanDecide,
  "withdrawNetworkJoinRequest: a request of the other organisation, to the network": (data) =>
    data.network.joinRequests.nodes[0]?.viewerCanWithdraw,
  "endNetworkMember: a membership that everybody sees": (data, id) =>
    of(data.organisation.networks.nodes, id("membership")).viewerCanEnd,
  "revokeInvitation: an invitation of the network": (data, id) =>
    of(data.network.invitations.nodes, id("invitation"))?.viewerCanRevoke,
  [`cancelImport: ${IMPORT}`]: (data) => data.import?.viewerCanCancel,
  [`cancelPracticeImport: ${IMPORT}`]: (data) => data.practiceImport?.viewerCanCancel,
  "createMeetingSeries: of a group that everybody sees": group,
  "scheduleProposal: of a group that everybody sees": group,
  "createPoll: of a group that everybody sees": group,
  "closePoll: of a group that everybody sees": (data) => data.poll?.viewerCanEdit,
  "finalisePoll: of a group that everybody sees": (data) => data.poll?.viewerCanEdit,
  "answerPoll: for an organisation with a seat": (data, id) =>
    data.poll?.viewerInvitations.nodes.some(
      (invitation: Data) => invitation.organisation?.id === id("organisation"),
    ),
  [`createPollLink: ${ASKED}`]: (data) => data.poll?.viewerCanEdit,
  [`revokePollLink: ${ASKED}`]: (data, id) =>
    data.poll?.invitations?.nodes
      .map(({ links }: Data) => of(links?.nodes, id("poll link"))?.viewerCanRevoke)
      .find((can: unknown) => can !== undefined),
  "createMeeting: of a group that everybody sees": group,
  "updateMeetingSeries: a group's series that everybody sees": series,
  "cancelMeetingSeries: a group's series that everybody sees": series,
  "setMeetingRotation: a group's series that everybody sees": series,
  "assignMeetingTurn: a group's meeting that everybody sees": meeting,
  "updateMeeting: a group's meeting that everybody sees": meeting,
  "cancelMeeting: a group's meeting that everybody sees": meeting,
  "recordAttendance: that an organisation of the group was there": meeting,
  [`addAgendaItem: ${ITEM}`]: meeting,
  [`updateAgendaItem: ${ITEM}`]: item,
  [`moveAgendaItem: ${ITEM}`]: item,
  [`removeAgendaItem: ${ITEM}`]: item,
  "revokeCalendarFeed: a feed of themselves": (data, id) =>
    of(data.myCalendarFeeds?.nodes, id("feed"))?.viewerCanRevoke,
  [`saveMinutes: ${MEETING}`]: minutes,
  [`recordDecision: ${MEETING}`]: minutes,
  [`recordAction: ${MEETING}`]: minutes,
  [`updateDecision: ${OWNED}`]: (data) => data.decision?.viewerCanEdit,
  [`updateAction: ${OWNED}`]: (data) => data.action?.viewerCanEdit,
  [`concludeMeeting: ${MEETING}`]: meeting,
  [`approveMinutes: ${MEETING}`]: meeting,
  [`setAgendaItemOutcome: ${MEETING}`]: minutes,
  "setAgendaTemplate: of a group that everybody sees": group,
  [`applyAgendaTemplate: ${MEETING}`]: meeting,
  [`applyChathamHouseRule: ${MEETING}`]: meeting,
  [`uploadPaper: ${MEETING}`]: (data) => data.meeting.viewerCanPropose,
  "removePaper: what the administrator has sent": (data) => data.paper?.viewerCanEdit,
  [`setPapersDeadline: ${MEETING}`]: meeting,
  [`proposeAgendaItem: ${MEETING}`]: (data) => data.meeting.viewerCanPropose,
  [`updateAgendaProposal: ${PROPOSED}`]: (data) => data.agendaProposal?.viewerCanEdit,
  [`withdrawAgendaProposal: ${PROPOSED}`]: (data) => data.agendaProposal?.viewerCanWithdraw,
  [`acceptAgendaProposal: ${PROPOSED}`]: decides,
  [`declineAgendaProposal: ${PROPOSED}`]: decides,
  [`postponeAgendaProposal: ${PROPOSED}`]: decides,
  [`postponeAgendaItem: ${MEETING}`]: item,
  "updateWorkingGroup: a group that everybody sees": group,
  "changeWorkingGroupState: charters what was proposed": (data) =>
    data.proposedGroup.viewerStateChoices.includes("CHARTERED"),
  "changeWorkingGroupState: begins what is chartered": (data) =>
    data.group.viewerStateChoices.includes("ACTIVE"),
  "adoptCharter: of a group that everybody sees": (data) => data.group.viewerCanAdoptCharter,
  "addWorkplan: of a group that everybody sees": group,
  "addMilestone: of a group that everybody sees": group,
  "openInputCall: of a group that everybody sees": group,
  "updateInputCall: of a group, to its members, and its co-leads read the answers": (data) =>
    data.group.inputCalls.nodes[0]?.viewerCanEdit,
  "answerInputCall: of a group, to its members, and its co-leads read the answers": (data) =>
    data.group.inputCalls.nodes[0]?.viewerCanAnswer,
  "updateMilestone: of a group that everybody sees": (data) =>
    data.group.milestones.nodes[0].viewerCanEdit,
  "updateWorkplan: of a group that everybody sees": (data) =>
    data.group.workplans.nodes[0].viewerCanEdit,
  "addActivity: of a group that everybody sees": (data) =>
    data.group.workplans.nodes[0].viewerCanEdit,
  "updateActivity: of a group that everybody sees": (data) =>
    data.group.workplans.nodes[0].activities.nodes[0].viewerCanEdit,
  "removeActivity: of a group that everybody sees": (data) =>
    data.group.workplans.nodes[0].activities.nodes[0].viewerCanEdit,
  "decideJoinRequest: a request of the other organisation": (data) =>
    data.group.joinRequests.nodes[0]?.viewerCanDecide,
  "withdrawJoinRequest: a request of the other organisation": (data) =>
    data.group.joinRequests.nodes[0]?.viewerCanWithdraw,
  "addSeat: in a group that everybody sees": group,
  "updateSeat: who fills a seat of the organisation": (data, id) =>
    of(data.organisation.seats.nodes, id("seat in group")).viewerCanEdit,
  "updateSeat: the terms of a seat of the organisation": (data, id) =>
    of(data.organisation.seats.nodes, id("seat in group")).viewerCanGrant,
  "endSeat: a seat of the organisation": (data, id) =>
    of(data.organisation.seats.nodes, id("seat in group")).viewerCanEdit,
  [`updatePractice: ${DRAFT}`]: draft,
  [`addPracticeOrganisation: ${DRAFT}`]: draft,
  [`removePracticeOrganisation: ${DRAFT}`]: draft,
  "submitPractice: a practice that is DRAFT": (data) => data.DRAFT?.viewerCanSubmit,
  "startPracticeReview: a practice that is SUBMITTED": (data) => data.SUBMITTED?.viewerCanReview,
  "publishPractice: a practice that is UNDER_REVIEW": (data) => data.UNDER_REVIEW?.viewerCanPublish,
  "withdrawPractice: a practice that is PUBLISHED": (data) => data.PUBLISHED.viewerCanWithdraw,
  "updateNotificationPreferences: their own account": (data) =>
    data.me?.notificationPreferences.viewerCanEdit,
  "giveConsent: a consent of themselves": (data) => data.me?.viewerCanConsent,
  "withdrawConsent: a consent of themselves": (data) => data.me?.viewerCanConsent,
  "replyToMessage: a message to the organisation": (data, id) =>
    of(data.messages.nodes, id("message"))?.viewerCanReply,
  "blockSender: a message to the organisation": (data, id) =>
    of(data.messages.nodes, id("message"))?.viewerCanReply,
  "answerIntroduction: waits for the organisation, asked by the other one": (data, id) =>
    of(data.introductions.nodes, id("introduction"))?.viewerCanAnswer,
  "tellIntroductionOutcome: of the other organisation with the organisation, accepted": (
    data,
    id,
  ) => of(data.introductions.nodes, id("accepted introduction"))?.viewerCanTellOutcome,
  "decideReport: about an organisation of the network": (data, id) =>
    of(data.reports.nodes, id("report"))?.viewerCanDecide,
  "decideReport: about a group of the network": (data, id) =>
    of(data.reports.nodes, id("report of group"))?.viewerCanDecide,
  "restoreContent: about an organisation of the network": (data, id) =>
    of(data.reports.nodes, id("report"))?.viewerCanDecide,
  "restoreContent: about a group of the network": (data, id) =>
    of(data.reports.nodes, id("report of group"))?.viewerCanDecide,
  "setPlatformRoles: the roles of somebody": (data, id) =>
    of(data.platformRoles?.nodes, id("reviewing"))?.viewerCanSet,
  "revokeApiKey: a key of their own account": (data, id) =>
    of(data.me?.apiKeys, id("api key"))?.viewerCanRevoke,
  "liftBounce: an address to which mail came back": (data, id) =>
    of(data.bounces?.nodes, id("bounce"))?.viewerCanLift,
  "deleteSavedSearch: a search of themselves": (data, id) =>
    of(data.savedSearches.nodes, id("saved search"))?.viewerCanDelete,
  "endSession: a session of themselves": (data, id) =>
    of(data.me?.sessions, id("session"))?.viewerCanEnd,
};

/**
 * What makes something of nothing, of which no record can say who may, and what everybody does for
 * themselves.
 */
export const UNTOLD: readonly string[] = [
  "createOrganisation: an organisation",
  "mergeOrganisations: two organisations of one network, which everybody sees",
  "createPerson: somebody without an organisation",
  "createNetwork: a network",
  "sendMessage: to an organisation that everybody sees",
  "requestIntroduction: for an organisation that everybody sees",
  "reportContent: an organisation that everybody sees",
  "reportContent: a message to the organisation",
  "reportContent: an introduction that waits for the organisation",
  "startImport: an import",
  "createWorkingGroup: in no network",
  // Whoever acts for an organisation answers also where they do not sit there, and see no attendance.
  "recordAttendance: that an organisation of the group will come",
  "setInterpretationNeeds: their own",
  "updateMyAvailability: their own",
  "importMyBusyTimes: into their own",
  "createCalendarFeed: their own",
  "createPractice: of an organisation that everybody sees",
  "startPracticeImport: an import",
  "saveSearch: their own",
  "createApiKey: a key of their own account",
];

/** Whether the graph says that they may, by the key of the row. */
export async function foretell(
  world: PermissionWorld,
  token: string | undefined,
): Promise<ReadonlyMap<string, boolean>> {
  const data: Data = {};
  for (const query of [ofRecords(world), ofLists(world)]) {
    const answer = await ask(world.url, { query, ...(token !== undefined && { token }) });
    if (answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
    Object.assign(data, answer.data);
  }
  const said = Object.entries(SAYS).map(
    ([key, says]) => [key, says?.(data, world.id) ?? false] as const,
  );
  return new Map(said);
}
