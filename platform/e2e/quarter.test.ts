import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import {
  type Graphs,
  openGraphs,
  OPENING,
  type Transport,
  TRANSPORTS,
} from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { adminToken, personToken } from "../test/tokens.ts";

let graphs: Graphs;
let admin: string;
beforeAll(async () => {
  graphs = await openGraphs();
  admin = await adminToken(graphs);
}, OPENING);
afterAll(() => graphs.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const inUtc = (from: number) => new Date(Date.now() + from).toISOString().slice(0, 19);
const tenOn = (days: number) => `${inUtc(days * DAY).slice(0, 10)}T10:00:00`;

const MEETING = `query ($id: ID!) { meeting(id: $id) {
  agenda { nodes { title carriedFrom { title } minutes { text } } }
  actionLog { nodes { text state } } minutes { state approvedAtMeeting { id } }
  quorum { basis isMet missing } seatAttendance { nodes { status satAs organisation { id } } } } }`;
const HEALTH = `query ($id: ID!) { workingGroup(id: $id) { members { totalCount } health {
  attendanceRate replyRate openActions overdueMilestones } } }`;

/** An organisation, and who acts for it. */
interface Acting {
  readonly id: string;
  readonly person: string;
  readonly token: string;
}

/** A group with its co-lead, and an organisation that is new to it: as people of the graph. */
class Story {
  readonly url: string;
  readonly group: string;
  readonly lead: Acting;
  readonly newcomer: Acting;

  private constructor({
    url,
    group,
    lead,
    newcomer,
  }: Pick<Story, "url" | "group" | "lead" | "newcomer">) {
    this.url = url;
    this.group = group;
    this.lead = lead;
    this.newcomer = newcomer;
  }

  static async begin(transport: Transport): Promise<Story> {
    const url = graphs.url(transport);
    const make = async (field: string, input: object): Promise<string> =>
      (await change(url, { field, input, token: admin })).id;
    const someone = async (name: string) => {
      const id = await make("createOrganisation", {
        ...{ name, audience: "PUBLIC", countries: ["KE"] },
      });
      const person = await make("createPerson", { name: `Of ${name}`, audience: "PUBLIC" });
      await make("addRole", { organisation: id, person, title: "Director", access: "OWNER" });
      return { id, person, token: await personToken(graphs, person) };
    };
    const named = { code: `Q ${transport}`, name: "Pathways", audience: "PUBLIC" };
    const group = await make("createWorkingGroup", named);
    const [lead, newcomer] = [await someone("The host"), await someone("The newcomer")];
    const seat = { group, organisation: lead.id, delegate: lead.person, role: "CO_LEAD" };
    await make("addSeat", seat);
    const needs = [{ label: "East Africa", countries: ["KE"], atLeast: 2 }];
    const quorum = { percent: 100, ofEachNeed: 2 };
    await make("adoptCharter", { group, purpose: "To open pathways", needs, quorum });
    await settle(graphs.opened);
    return new Story({ url, group, lead, newcomer });
  }

  asLead(field: string, input: object, selection = "id") {
    return change(this.url, { field, input, selection, token: this.lead.token });
  }

  asNewcomer(field: string, input: object, selection = "id") {
    return change(this.url, { field, input, selection, token: this.newcomer.token });
  }

  async read(query: string, id: string) {
    const { data } = await ask(this.url, { query, variables: { id }, token: this.newcomer.token });
    return data.meeting ?? data.workingGroup ?? data.agendaProposal;
  }

  /** The clock of the services cannot be set: so a meeting comes to be when it has begun. */
  untilItBegan(id: string, hoursAgo: number) {
    return this.asLead("updateMeeting", { id, localStart: inUtc(-hoursAgo * HOUR) });
  }
}

/** They ask, answer what the group asks, and are given a seat. */
async function join(story: Story): Promise<void> {
  const { url, group, newcomer } = story;
  const question = "What would you bring?";
  await story.asLead("updateWorkingGroup", { id: group, joinQuestions: [{ question }] });
  const answers = [{ question, answer: "Ten years at the border" }];
  const asked = { group, organisation: newcomer.id, delegate: newcomer.person, answers };
  const { id } = await story.asNewcomer("requestToJoin", asked);
  const decide = { id, decision: "APPROVE" };
  const refused = await tryChange(url, {
    ...{ field: "decideJoinRequest", input: decide, token: newcomer.token },
  });
  expect(codeOf(refused)).toBe("FORBIDDEN");
  await story.asLead("decideJoinRequest", decide);
  await settle(graphs.opened);
}

/** The quarter's meeting goes to the time that both can make. Answers it, and the next quarter's. */
async function agreeOnTheQuarter(story: Story): Promise<readonly [string, string]> {
  const { group, newcomer } = story;
  const { meetings } = await story.asLead(
    "createMeetingSeries",
    {
      ...{ group, title: "Quarterly meeting", preset: "QUARTERLY", count: 2, audience: "PUBLIC" },
      // On whichever day of a month this is told.
      byWeekday: true,
      ...{ localStart: tenOn(9), timeZone: "UTC", durationMinutes: 60 },
    },
    "meetings { nodes { id } }",
  );
  const [first, next] = meetings.nodes.map(({ id }: { id: string }) => id);
  const poll = await story.asLead(
    "createPoll",
    {
      ...{ group, meeting: first, title: "When in this quarter?", timeZone: "UTC" },
      ...{ localStarts: [tenOn(10), tenOn(11)], durationMinutes: 60 },
      deadline: new Date(Date.now() + 2 * DAY),
    },
    "id slots { nodes { id } }",
  );
  const [no, yes] = poll.slots.nodes.map(({ id }: { id: string }) => id);
  const answers = [
    { slot: no, choice: "NO" },
    { slot: yes, choice: "YES" },
  ];
  await story.asNewcomer("answerPoll", { poll: poll.id, organisation: newcomer.id, answers });
  const decided = await story.asLead(
    "finalisePoll",
    { id: poll.id, slot: yes },
    "meeting { id localStart }",
  );
  expect(decided.meeting).toEqual({ id: first, localStart: tenOn(11) });
  return [first, next];
}

const PROPOSED = `query ($id: ID!) { agendaProposal(id: $id) { state agendaItem { id } } }`;
const ASKED = `query ($id: ID!) { workingGroup(id: $id) { inputCalls { nodes {
  title agendaItems { nodes { id meeting { id } consultation { title } } } } } } }`;

/** What the newcomer wants to be spoken of, after what the group asks: it proposes, and the co-lead accepts. */
async function proposeItem(story: Story, meeting: string): Promise<string> {
  const [title, question] = ["Who lacks nurses?", "How many?"];
  const call = await story.asLead("openInputCall", {
    ...{ group: story.group, title, questions: [{ question }] },
    closesAt: new Date(Date.now() + 5 * DAY),
  });
  const { id } = await story.asNewcomer("proposeAgendaItem", {
    ...{ meeting, title: "A corridor for nurses", minutesAsked: 20, purpose: "DECIDE" },
    ...{ organisation: story.newcomer.id, consultation: call.id },
  });
  const proposed = () => story.read(PROPOSED, id);
  expect(await proposed()).toEqual({ state: "PROPOSED", agendaItem: null });
  await story.asLead("acceptAgendaProposal", { id });
  const { state, agendaItem } = await proposed();
  expect(state).toBe("ACCEPTED");
  // What became of what was asked is found from there.
  const about = { id: agendaItem.id, meeting: { id: meeting }, consultation: { title } };
  expect((await story.read(ASKED, story.group)).inputCalls).toEqual({
    nodes: [{ title, agendaItems: { nodes: [about] } }],
  });
  return agendaItem.id as string;
}

/** Who was there, what was said, and what the newcomer is to do. Answers the action. */
async function meet(story: Story, meeting: string, agendaItem: string): Promise<string> {
  const { newcomer } = story;
  await story.untilItBegan(meeting, 4);
  await comes(story, meeting);
  await story.asNewcomer("saveMinutes", { agendaItem, text: "We agreed to ask.", baseVersion: 0 });
  const owner = { meeting, agendaItem, organisation: newcomer.id, person: newcomer.person };
  await story.asLead("recordDecision", { meeting, agendaItem, text: "The corridor is opened" });
  const action = await story.asLead("recordAction", { ...owner, text: "Ask the ministry" });
  await story.asLead("setAgendaItemOutcome", { id: agendaItem, outcome: "UNFINISHED" });
  await story.asLead("concludeMeeting", { meeting });
  return action.id;
}

/** Each says for itself that it comes, and the meeting that it may decide. */
async function reply(story: Story, meeting: string): Promise<void> {
  const quorum = async () => (await story.read(MEETING, meeting)).quorum;
  const answer = { meeting, status: "ACCEPTED" };
  const none = ["2 more organisations", '2 more of "East Africa"'];
  expect(await quorum()).toEqual({ basis: "REPLIES", isMet: false, missing: none });
  await story.asLead("recordAttendance", { ...answer, organisation: story.lead.id });
  await story.asNewcomer("recordAttendance", { ...answer, organisation: story.newcomer.id });
  expect(await quorum()).toEqual({ basis: "REPLIES", isMet: true, missing: [] });
}

/** Both are there, the newcomer by its delegate. */
async function comes(story: Story, meeting: string): Promise<void> {
  const { data } = await ask(story.url, {
    query: `{ workingGroup(id: "${story.group}") { seats { nodes { organisation { id } delegate { id } } } } }`,
    token: story.lead.token,
  });
  for (const { organisation, delegate } of data.workingGroup.seats.nodes) {
    await story.asLead("recordAttendance", {
      ...{ meeting, organisation: organisation.id, person: delegate.id, status: "ATTENDED" },
    });
  }
  const { seatAttendance } = await story.read(MEETING, meeting);
  expect(seatAttendance.nodes).toContainEqual({
    ...{ status: "ATTENDED", satAs: "DELEGATE", organisation: { id: story.newcomer.id } },
  });
}

describe.each(TRANSPORTS)("%s", (transport) => {
  it("goes from joining a group, over a poll, an item, minutes and actions, to the next quarter", async () => {
    const story = await Story.begin(transport);
    const { group, newcomer } = story;
    await join(story);
    const [first, next] = await agreeOnTheQuarter(story);
    const item = await proposeItem(story, first);
    await reply(story, first);
    const action = await meet(story, first, item);

    // What is unfinished waits for them there.
    const title = "A corridor for nurses";
    expect(await story.read(MEETING, next)).toMatchObject({
      agenda: { nodes: [{ title, carriedFrom: { title } }] },
      actionLog: { nodes: [{ text: "Ask the ministry", state: "OPEN" }] },
    });
    const health = async () => {
      await settle(graphs.opened);
      return (await story.read(HEALTH, group)).health;
    };
    expect(await health()).toMatchObject({ attendanceRate: 1, replyRate: 1, openActions: 1 });

    // They come back.
    const back = { meeting: next, organisation: newcomer.id, person: newcomer.person };
    await story.asNewcomer("recordAttendance", { ...back, status: "ACCEPTED" });
    expect((await story.read(MEETING, next)).quorum).toMatchObject({
      ...{ basis: "REPLIES", isMet: false },
      missing: ["1 more organisation", '1 more of "East Africa"'],
    });
    await story.asNewcomer("updateAction", { id: action, state: "DONE", note: "They said yes" });
    await story.untilItBegan(next, 1);
    await comes(story, next);
    await story.asLead("approveMinutes", { meeting: first, at: next });
    expect((await story.read(MEETING, first)).minutes).toEqual({
      ...{ state: "APPROVED", approvedAtMeeting: { id: next } },
    });
    expect(await health()).toMatchObject({ attendanceRate: 1, openActions: 0 });
  });
});

it.each(TRANSPORTS)(
  "names the field that does not fit, wherever it is written (%s)",
  async (way) => {
    const url = graphs.url(way);
    const fieldOf = async (query: string, variables: object = {}) => {
      const { errors } = await ask(url, { query, variables, token: admin });
      return errors?.map(({ extensions: { field, code } }) => [field, code]);
    };
    const inVariable = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id } }`;
    const fine = { title: "A", localStart: tenOn(9), timeZone: "UTC", durationMinutes: 60 };
    const wrong = [
      [{ timeZone: "Mars/Olympus" }, "timeZone"],
      [{ audience: "FRIENDS" }, "audience"],
      [{ durationMinutes: 1.5 }, "durationMinutes"],
      [{ title: undefined }, "title"],
    ] as const;
    for (const [part, field] of wrong) {
      const input = { ...fine, ...part };
      expect(await fieldOf(inVariable, { input })).toEqual([[field, "BAD_USER_INPUT"]]);
    }
    const writtenOut = (parts: string) => `mutation { createMeeting(input: { title: "A",
    localStart: "${tenOn(9)}", ${parts} }) { id } }`;
    const zone = `timeZone: "Mars/Olympus", durationMinutes: 60`;
    // Custom scalars are the services' to judge, all else the gateway's.
    expect(await fieldOf(writtenOut(zone))).toEqual([["timeZone", "BAD_USER_INPUT"]]);
    expect(await fieldOf(writtenOut(`timeZone: "UTC", durationMinutes: "long"`))).toEqual([
      ["durationMinutes", "GRAPHQL_VALIDATION_FAILED"],
    ]);
  },
);
