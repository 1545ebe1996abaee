import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import { type Answer, ask, tryChanges } from "./ask.ts";
import { doors, isThere } from "./permission-doors.ts";
import { own } from "./permission-own-reads.ts";
import { PAPER_READS, paperFields } from "./papers-world.ts";
import type { PermissionWorld } from "./permission-world.ts";

/** What one viewer was answered: whether each row of the table is shown to them. */
type Shown = ReadonlyMap<string, boolean>;

type Data = Answer["data"];

/** A question that answers some rows of the table at once. */
export interface Reading {
  /** What the administrator changes before. */
  readonly audience: (world: PermissionWorld) => readonly ChangeOfAudience[];
  readonly query: (world: PermissionWorld) => string;
  readonly rows: Readonly<Record<string, (data: Data) => boolean>>;
}

interface ChangeOfAudience {
  readonly field: string;
  readonly input: { readonly id: string; readonly audience: Audience };
}

const MEETING = "a group's meeting that everybody sees";
const STATES = ["DRAFT", "SUBMITTED", "UNDER_REVIEW", "PUBLISHED", "WITHDRAWN"];
const AUDIENCES: readonly Audience[] = CHOSEN_AUDIENCES;
/** Of one day, so that little is planned. */
const PLAN = `from: "2040-03-05", until: "2040-03-05", every: WEEKLY, durationMinutes: 60, timeZone: "UTC"`;

/** Of each type one thing has been reported. */
const reportRows = (of: string, aboutType: string): Reading["rows"] => {
  const found = ({ reports }: Data): Data =>
    reports.nodes.find((report: Data) => report.aboutType === aboutType);
  return {
    [`Query.reports: ${of}`]: (data) => isThere(found(data)),
    [`Report.excerpt: ${of}`]: (data) => isThere(found(data)?.excerpt),
  };
};

const RECORDS = "minutes { id } decisions { totalCount } actions { totalCount }";

/** What was said and agreed, of the meeting and of an item of its agenda. */
const recordRows = (type: string, field: string): Reading["rows"] =>
  Object.fromEntries(
    ["minutes", "decisions", "actions"].map((records) => [
      `${type}.${records}: ${MEETING}`,
      (data: Data) => isThere(data[field]?.[records]),
    ]),
  );

/** While everybody sees the organisation, the person, the network, the group and the meeting. */
const open: Reading = {
  audience: () => [],
  query: ({ id }) => `{
    ownershipClaims(first: 100) { totalCount } person(id: "${id("themselves")}") { aboutAudience }
    organisation(id: "${id("organisation")}") { fieldAudiences { field } merges { totalCount } duplicates { totalCount } roles(first: 100) { nodes { id access } } }
    network(id: "${id("network")}") { joinRequests { totalCount } duplicates { totalCount } invitations { totalCount } }
    meeting(id: "${id("meeting")}") { joinUrl iCalendar attendance { totalCount } seatAttendance { totalCount } quorum { isMet } interpretationNeeds { into } ${RECORDS} actionLog { totalCount } agendaProposals { totalCount } minutesDocument { fileName } }
    agendaItem(id: "${id("agenda item")}") { ${RECORDS} consultation { id } }
    agendaProposal(id: "${id("proposal")}") { id } ${paperFields(id)}
    accepted: agendaItem(id: "${id("item of accepted proposal")}") { proposal { id } }
    postponed: agendaItem(id: "${id("item to postpone")}") { postponedTo { id } }
    ${AUDIENCES.map((it) => `${it}: meetingSeries(id: "${id(`series-${it}`)}") { joinUrl rotations { role } items { totalCount } decisions { totalCount } actions { totalCount } agendaProposals { totalCount } agendaBacklog { totalCount } }`).join("\n")}
    meetingSeriesCalendar(id: "${id("series-PUBLIC")}")
    ${STATES.map((it) => `${it}: practice(id: "${id(`practice-${it}`)}") { id agendaItems(first: 1) { totalCount } }`).join("\n")}
    group: workingGroup(id: "${id("group")}") { health { need } joinRequests { totalCount } inputCalls { totalCount nodes { answers { totalCount } } } }
    proposed: relationship(id: "${id("proposed")}") { id }
    confirmed: relationship(id: "${id("confirmed")}") { id }
    auditLog { stakeholders(first: 1) { totalCount } identity(first: 1) { totalCount } }
    planSeries(input: { group: "${id("group")}", ${PLAN} }) { isBest }
    reports(first: 100) { nodes { aboutType excerpt } } }`,
  rows: {
    "WorkingGroup.inputCalls: of a group, to its members, and its co-leads read the answers": ({
      group,
    }) => group.inputCalls.totalCount === 1,
    "InputCall.answers: of a group, to its members, and its co-leads read the answers": ({
      group,
    }) => (group.inputCalls.nodes[0]?.answers.totalCount ?? 0) === 1,
    "WorkingGroup.joinRequests: a request of the other organisation": ({ group }) =>
      group.joinRequests.totalCount === 1,
    "Network.joinRequests: a request of the other organisation, to the network": ({ network }) =>
      network.joinRequests.totalCount === 1,
    "Query.ownershipClaims: a claim to a member of the network": ({ ownershipClaims }) =>
      ownershipClaims.totalCount > 0,
    "Organisation.duplicates: of an organisation that everybody sees": ({ organisation }) =>
      isThere(organisation.duplicates),
    "Organisation.fieldAudiences: an organisation that everybody sees": ({ organisation }) =>
      isThere(organisation.fieldAudiences),
    "Person.aboutAudience: somebody whom the organisation has entered, and everybody sees": (
      data,
    ) => isThere(data.person?.aboutAudience),
    "Network.duplicates: of a network that everybody sees": ({ network }) =>
      isThere(network.duplicates),
    // One that stands, and one that was taken back.
    "Organisation.merges: of an organisation that everybody sees": ({ organisation }) =>
      organisation.merges.totalCount >= 2,
    "WorkingGroup.health: of a group that everybody sees": ({ group }) => isThere(group.health),
    // The only role that says OWNER and is no asker's own, but each sees all or none of the others'.
    "Role.access: of another owner": ({ organisation }) =>
      organisation.roles.nodes.filter(({ access }: Data) => access === "OWNER").length === 2,
    "Network.invitations: of a network that everybody sees": ({ network }) =>
      network.invitations.totalCount > 0,
    [`Meeting.joinUrl: ${MEETING}`]: ({ meeting }) => isThere(meeting.joinUrl),
    // The rest of it is the meeting's own.
    [`Meeting.iCalendar: ${MEETING}`]: ({ meeting }) =>
      JSON.stringify(meeting.iCalendar).includes("CONFERENCE"),
    [`Meeting.attendance: ${MEETING}`]: ({ meeting }) => isThere(meeting.attendance),
    [`Meeting.interpretationNeeds: ${MEETING}`]: ({ meeting }) =>
      isThere(meeting.interpretationNeeds),
    [`Meeting.quorum: ${MEETING}`]: ({ meeting }) => isThere(meeting.quorum),
    [`Meeting.seatAttendance: ${MEETING}`]: ({ meeting }) => isThere(meeting.seatAttendance),
    ...recordRows("Meeting", "meeting"),
    [`Meeting.minutesDocument: ${MEETING}`]: ({ meeting }) => isThere(meeting.minutesDocument),
    [`Meeting.actionLog: ${MEETING}`]: ({ meeting }) => isThere(meeting.actionLog),
    ...recordRows("AgendaItem", "agendaItem"),
    "AgendaItem.consultation: about what a group asks its members, at a meeting that everybody sees":
      ({ agendaItem }) => isThere(agendaItem?.consultation),
    [`Meeting.agendaProposals: ${MEETING}`]: ({ meeting }) => isThere(meeting.agendaProposals),
    [`AgendaItem.proposal: ${MEETING}`]: ({ accepted }) => isThere(accepted.proposal),
    [`AgendaItem.postponedTo: ${MEETING}`]: ({ postponed }) => isThere(postponed.postponedTo),
    ...PAPER_READS,
    "Query.agendaProposal: what the administrator has proposed": (data) =>
      isThere(data.agendaProposal),
    "MeetingSeries.agendaProposals: a group's series that everybody sees": ({ PUBLIC }) =>
      isThere(PUBLIC.agendaProposals),
    "MeetingSeries.agendaBacklog: a group's series that everybody sees": ({ PUBLIC }) =>
      isThere(PUBLIC.agendaBacklog),
    ...Object.fromEntries(
      ["items", "decisions", "actions"].map((list) => [
        `MeetingSeries.${list}: a group's series that everybody sees`,
        ({ PUBLIC }: Data) => isThere(PUBLIC[list]),
      ]),
    ),
    "MeetingSeries.rotations: a group's series that everybody sees": ({ PUBLIC }) =>
      isThere(PUBLIC.rotations),
    "MeetingSeries.joinUrl: a group's series that everybody sees": ({ PUBLIC }) =>
      isThere(PUBLIC.joinUrl),
    "Query.meetingSeriesCalendar: where to join a group's series that everybody sees": (data) =>
      data.meetingSeriesCalendar.includes("CONFERENCE"),
    ...Object.fromEntries(
      AUDIENCES.map((audience) => [
        `MeetingSeries: of a group that everybody sees, of the audience ${audience}`,
        (data: Data) => isThere(data[audience]),
      ]),
    ),
    ...Object.fromEntries(
      STATES.map((state) => [
        `Practice: in the state ${state}`,
        (data: Data) => isThere(data[state]),
      ]),
    ),
    "Practice.agendaItems: of a practice in the state UNDER_REVIEW": ({ UNDER_REVIEW }) =>
      isThere(UNDER_REVIEW?.agendaItems),
    "Relationship: proposed by the other organisation": ({ proposed }) => isThere(proposed),
    "Relationship: confirmed": ({ confirmed }) => isThere(confirmed),
    "Query.auditLog: the audit log of every service": ({ auditLog }) =>
      isThere(auditLog?.stakeholders) && isThere(auditLog?.identity),
    "Query.planSeries: of a group that everybody sees": ({ planSeries }) => isThere(planSeries),
    ...reportRows("about an organisation of the network", "Organisation"),
    ...reportRows("about a group of the network", "WorkingGroup"),
  },
};

/** One record of each type that has an audience; the organisation apart, since others hang on it. */
const byAudience = (audience: Audience): Reading => ({
  audience: ({ id }) => [
    { field: "updatePerson", input: { id: id("themselves"), audience } },
    { field: "updateNetwork", input: { id: id("network"), audience } },
    { field: "updateWorkingGroup", input: { id: id("proposedGroup"), audience } },
    { field: "updateMeeting", input: { id: id("meeting"), audience } },
  ],
  query: ({ id }) => `{
    person(id: "${id("themselves")}") { id } network(id: "${id("network")}") { id }
    workingGroup(id: "${id("proposedGroup")}") { id } meeting(id: "${id("meeting")}") { id }
    agendaItem(id: "${id("agenda item")}") { id }
    organisation(id: "${id("organisation")}") {
      networks { nodes { id } } seats { nodes { id } } } }`,
  rows: {
    [`Person: of the audience ${audience}`]: ({ person }) => isThere(person),
    [`Network: of the audience ${audience}`]: ({ network }) => isThere(network),
    [`WorkingGroup: of the audience ${audience}`]: ({ workingGroup }) => isThere(workingGroup),
    [`Meeting: of a group that everybody sees, of the audience ${audience}`]: ({ meeting }) =>
      isThere(meeting),
    ...(audience === Audience.NETWORK && TIES),
  },
});

/** The organisation belongs to that network alone, and sits in that group and another. */
const TIES: Reading["rows"] = {
  "NetworkMember: of a network of the audience NETWORK": ({ organisation }) =>
    organisation.networks.nodes.length === 1,
  "Seat: in a group of the audience NETWORK": ({ organisation }) =>
    organisation.seats.nodes.length === 2,
  "AgendaItem: of a group's meeting of the audience NETWORK": ({ agendaItem }) =>
    isThere(agendaItem),
};

const organisationBy = (audience: Audience): Reading => ({
  audience: ({ id }) => [
    { field: "updateOrganisation", input: { id: id("organisation"), audience } },
  ],
  query: ({ id }) => `{ organisation(id: "${id("organisation")}") { id } }`,
  rows: {
    [`Organisation: of the audience ${audience}`]: ({ organisation }) => isThere(organisation),
  },
});

/** `PUBLIC` last: so everything is left as it was found. */
const NARROW_FIRST = AUDIENCES.toReversed();

export const READINGS: readonly Reading[] = [
  open,
  own,
  doors,
  ...NARROW_FIRST.map(byAudience),
  ...NARROW_FIRST.map(organisationBy),
];

/** @throws when a question is refused */
export async function prepareReading(world: PermissionWorld, reading: Reading): Promise<void> {
  const changes = reading.audience(world);
  const answers = await tryChanges(world.url, changes, world.root);
  const refused = answers.find(({ errors }) => errors);
  if (refused) throw new Error(JSON.stringify(refused.errors));
}

/** @throws when the question is refused */
export async function read(
  world: PermissionWorld,
  reading: Reading,
  token: string | undefined,
): Promise<Shown> {
  const query = reading.query(world);
  const { data, errors } = await ask(world.url, { query, ...(token !== undefined && { token }) });
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return new Map(Object.entries(reading.rows).map(([key, shown]) => [key, shown(data)]));
}
