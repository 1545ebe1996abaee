import type { Answer } from "./ask.ts";
import { isThere } from "./permission-doors.ts";
import type { Reading } from "./permission-reads.ts";

type Data = Answer["data"];

const isFilled = (value: Data): boolean => isThere(value) && value.length !== 0;

/** What hangs on an account; each of the lists has something in it. */
const IMPORT = "an import that the administrator has asked for";
const OWN = ["consents", "sessions", "apiKeys", "notificationPreferences"];

/** What is the viewer's own, or waits for them; and what a poll and minutes say. */
export const own: Reading = {
  audience: () => [],
  query: ({ id }) => `{
    themselves: person(id: "${id("themselves")}") { hasMailAddress }
    poll(id: "${id("poll")}") { slots { nodes { result { rank } } }
      invitations { nodes { links { nodes { id } } isReached } } }
    openPoll: poll(id: "${id("open poll")}") { slots { nodes { result { rank } } } invitations { totalCount } }
    myAvailability { id } myInterpretationNeeds { id }
    myCalendarFeeds { totalCount }
    messages(first: 1) { totalCount } introductions(first: 1) { totalCount }
    savedSearches(first: 1) { totalCount }
    import(id: "${id("import")}") { uploadUrl } practiceImport(id: "${id("practiceImport")}") { id }
    call: inputCall(id: "${id("call")}") { id }
    decision(id: "${id("decision")}") { id } decisionNode: node(id: "${id("decision")}") { id }
    action(id: "${id("action")}") { id } actionNode: node(id: "${id("action")}") { id }
    bounces(first: 1) { totalCount } platformRoles(first: 1) { totalCount } introductionResults { asked }
    me { id consents { id } sessions { id } apiKeys { id } notificationPreferences { language } } }`,
  rows: {
    [`Query.import: ${IMPORT}`]: (data) => isThere(data.import),
    [`Query.practiceImport: ${IMPORT}`]: ({ practiceImport }) => isThere(practiceImport),
    [`Import.uploadUrl: ${IMPORT}`]: (data) => isThere(data.import?.uploadUrl),
    "Query.inputCall: of a group, to its members, and its co-leads read the answers": ({ call }) =>
      isThere(call),
    "Decision: one that the organisation carries": ({ decision, decisionNode }) =>
      isThere(decision) && isThere(decisionNode),
    "Action: one that the organisation carries": ({ action, actionNode }) =>
      isThere(action) && isThere(actionNode),
    "Person.hasMailAddress: somebody whom the organisation has entered, and everybody sees": ({
      themselves,
    }) => isThere(themselves?.hasMailAddress),
    "Query.poll: of a group that everybody sees": ({ poll }) => isThere(poll),
    "PollInvitation.links: for an organisation that a poll asks, and everybody sees": ({ poll }) =>
      isThere(poll?.invitations?.nodes[0]?.links),
    "PollInvitation.isReached: for an organisation that a poll asks, and everybody sees": ({
      poll,
    }) => isThere(poll?.invitations?.nodes[0]?.isReached),
    "Poll.invitations: of a poll whose answers are hidden": ({ poll }) =>
      isThere(poll?.invitations),
    "Poll.invitations: of a poll whose answers are shown": ({ openPoll }) =>
      isThere(openPoll?.invitations),
    "PollSlot.result: of a poll whose answers are hidden": ({ poll }) =>
      isThere(poll?.slots.nodes[0].result),
    "PollSlot.result: of a poll whose answers are shown": ({ openPoll }) =>
      isThere(openPoll?.slots.nodes[0].result),
    "Query.myAvailability: of themselves": ({ myAvailability }) => isThere(myAvailability),
    "Query.myInterpretationNeeds: of themselves": ({ myInterpretationNeeds }) =>
      isThere(myInterpretationNeeds),
    "Query.myCalendarFeeds: a feed of themselves": ({ myCalendarFeeds }) =>
      (myCalendarFeeds?.totalCount ?? 0) > 0,
    "Query.messages: a message to the organisation": ({ messages }) => messages.totalCount > 0,
    "Query.introductions: waits for the organisation, asked by the other one": (data) =>
      data.introductions.totalCount > 0,
    "Query.savedSearches: a search of themselves": ({ savedSearches }) =>
      savedSearches.totalCount > 0,
    "Query.introductionResults: of all, in counts": ({ introductionResults }) =>
      isThere(introductionResults),
    "Query.bounces: an address to which mail came back": ({ bounces }) => isThere(bounces),
    "Query.platformRoles: the roles of somebody": ({ platformRoles }) =>
      (platformRoles?.totalCount ?? 0) > 0,
    "Query.me: the account of themselves": ({ me }) => isThere(me),
    ...Object.fromEntries(
      OWN.map((name) => [`Account.${name}: of themselves`, ({ me }) => isFilled(me?.[name])]),
    ),
  },
};
