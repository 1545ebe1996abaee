import { SAMPLE_ROLES, type SampleRoleName } from "@convene/shared/permission/sample";
import { roleNames } from "../src/permission/permission-table.ts";
import { issueToken } from "../src/token/access-token.ts";
import { type Change, tryChanges } from "./ask.ts";
import { makeMinutes, makeProposals } from "./minutes-world.ts";
import type { Graphs, Transport } from "./open-graphs.ts";
import { makeAccount } from "./permission-account.ts";
import { makePapers } from "./papers-world.ts";
import { makePractices } from "./practices-world.ts";
import { settle } from "./settle.ts";
import { makePolls, makeWork, STARTS } from "./work-world.ts";
import { adminToken } from "./tokens.ts";
import { makeIntroductions, makeMessage } from "./letters-world.ts";

/** The small world of `SAMPLE` in a real graph, with what hangs on it. */
export interface PermissionWorld {
  readonly url: string;
  /** Of an administrator who is none of the roles. */
  readonly root: string;
  readonly tokens: Readonly<Record<SampleRoleName, string | undefined>>;
  /** The id of a thing by what it is, such as `organisation` or `practice-DRAFT`. */
  readonly id: (what: string) => string;
}

export type Planned = Omit<Change, "token" | "headers">;

/** Makes things in the graph, and remembers their ids by names of the caller's own. */
export class Making {
  readonly ids: Record<string, string> = {};

  constructor(readonly url: string) {}

  readonly id = (what: string): string => {
    const id = this.ids[what];
    if (id === undefined) throw new Error(`The world of permissions has no ${what}`);
    return id;
  };

  private readonly isSample = ({ organisation }: { organisation?: { id: string } }): boolean =>
    organisation?.id === this.ids["organisation"];

  async make(token: string | undefined, things: Readonly<Record<string, Planned>>): Promise<void> {
    const changes = Object.values(things).map((change) => ({ selection: "id", ...change }));
    const answers = await tryChanges(this.url, changes, token);
    for (const [index, what] of Object.keys(things).entries()) {
      const answer = answers[index];
      if (!answer || answer.errors) throw new Error(`${what}: ${JSON.stringify(answer)}`);
      this.ids[what] =
        answer.data.invitations?.[0].id ?? answer.data.calendarFeed?.id ?? answer.data.id;
      const slot: unknown = answer.data.slots?.nodes[0].id;
      if (typeof slot === "string") this.ids[`slot of ${what}`] = slot;
      const held: unknown = answer.data.meetings?.nodes[0].id;
      if (typeof held === "string") this.ids[`meeting of ${what}`] = held;
      const item: unknown = answer.data.agendaItem?.id;
      if (typeof item === "string") this.ids[`item of ${what}`] = item;
      const asked = answer.data.asked?.nodes.find(this.isSample)?.id;
      if (typeof asked === "string") this.ids[`asked by ${what}`] = asked;
    }
  }
}

const PUBLIC = { audience: "PUBLIC" };

/** A table of one invitation: of an organisation that this world's network alone has. */
export const invitationsOf = (network: string): string =>
  `name,email,country\nInvited by ${network},${network}@example.org,GB\n`;

export async function buildPermissionWorld(
  graphs: Graphs,
  transport: Transport,
): Promise<PermissionWorld> {
  const url = graphs.url(transport);
  const root = await adminToken(graphs);
  const making = new Making(url);
  await makePlaces(making, root, transport);
  await makeRoles(making, root);
  const tokens = await tokensOf(graphs, making);
  await makeMeetings(making, root);
  await makeMinutes(making, root);
  await makeProposals(making, tokens);
  await makePapers(making, tokens);
  await makeWork(making, root);
  await makeTies(making, tokens);
  await makeMessage(making, graphs);
  await makeIntroductions(making, graphs, tokens);
  // Who may enter a practice, its service knows by the networks of the organisation; and who is
  // asked by a poll, by the seats of the group.
  await settle(graphs.opened);
  await makePolls(making, root);
  await makePractices(making, tokens);
  const invited = { meeting: making.id("meeting"), organisation: making.id("organisation") };
  await making.make(root, {
    attendance: { field: "recordAttendance", input: { ...invited, status: "INVITED" } },
  });
  Object.assign(making.ids, await makeAccount(graphs, making.id("themselves")));
  await settle(graphs.opened);
  return { url, root, tokens, id: making.id };
}

const person = (name: string, organisation?: string): Planned => ({
  field: "createPerson",
  input: { name, ...PUBLIC, ...(organisation !== undefined && { organisation }) },
});

/** Everybody who asks is somebody; who they are does not matter but for "themselves". */
async function makePlaces(making: Making, root: string, transport: Transport): Promise<void> {
  const others = roleNames.filter((role) => SAMPLE_ROLES[role].viewer && role !== "themselves");
  const organisation = (name: string): Planned => ({
    field: "createOrganisation",
    input: { name: `${name}, ${transport}`, description: "It helps" },
  });
  const network = (name: string): Planned => ({
    field: "createNetwork",
    input: { name: `${name}, ${transport}`, kind: "GLOBAL" },
  });
  await making.make(root, {
    ...Object.fromEntries(others.map((role) => [role, person(SAMPLE_ROLES[role].title)])),
    "another owner": person("another owner"),
    organisation: organisation("The organisation"),
    otherOrganisation: organisation("The other organisation"),
    twin: organisation("The twin of the organisation"),
    "merged twin": organisation("Its merged twin"),
    "undone twin": organisation("Its twin that was none"),
    seated: organisation("An organisation that sits in all groups"),
    network: network("The network"),
    otherNetwork: network("The other network"),
  });
}

async function makeRoles(making: Making, root: string): Promise<void> {
  const { id } = making;
  const role = (of: string, who: string, access: string): Planned => ({
    field: "addRole",
    input: { organisation: id(of), person: id(who), access },
  });
  const member = (of: string, input: object): Planned => ({
    field: "addNetworkMember",
    input: { network: id(of), ...input },
  });
  const group = (code: string, of: string, state: string): Planned => ({
    field: "createWorkingGroup",
    input: { code, name: code, network: id(of), state, description: "It writes" },
  });
  await making.make(root, {
    themselves: person("themselves", id("organisation")),
    "person for owner": person("to be forgotten", id("organisation")),
    "person for admin": person("to be forgotten too", id("organisation")),
    "role of owner": role("organisation", "owner", "OWNER"),
    "role of editor": role("organisation", "editor", "EDITOR"),
    "role of delegate": role("organisation", "delegate", "DELEGATE"),
    "role of reviewerInside": role("organisation", "reviewerInside", "DELEGATE"),
    "role of another owner": role("organisation", "another owner", "OWNER"),
    "role of other's owner": role("otherOrganisation", "otherOwner", "OWNER"),
    "role at seated": role("seated", "another owner", "OWNER"),
    membership: member("network", { organisation: id("organisation") }),
    "membership of twin": member("network", { organisation: id("twin") }),
    "membership of merged twin": member("network", { organisation: id("merged twin") }),
    "membership of undone twin": member("network", { organisation: id("undone twin") }),
    "other membership": member("otherNetwork", { organisation: id("otherOrganisation") }),
    "membership 3": member("network", { person: id("secretariat"), role: "SECRETARIAT" }),
    "membership 4": member("network", { person: id("networkMember") }),
    "membership 5": member("otherNetwork", { person: id("otherSecretariat"), role: "SECRETARIAT" }),
    group: group("GROUP", "network", "CHARTERED"),
    proposedGroup: group("PROPOSED", "network", "PROPOSED"),
    otherGroup: group("OTHER", "otherNetwork", "CHARTERED"),
  });
  const merge = (from: string): Planned => ({
    field: "mergeOrganisations",
    input: { from: id(from), into: id("organisation") },
  });
  await making.make(root, { merge: merge("merged twin"), "undone merge": merge("undone twin") });
  const taken: Planned = {
    field: "undoOrganisationMerge",
    input: { merge: id("undone merge") },
  };
  await making.make(root, { "taken back": taken });
  const seat = (group: string, input: object): Planned => ({
    field: "addSeat",
    input: { group: id(group), organisation: id("seated"), ...input },
  });
  const seats = ["group", "proposedGroup"].flatMap((where) => [
    [`seat in ${where}`, seat(where, { organisation: id("organisation") })] as const,
    ...(["coLead", "groupMember", "observer"] as const).map((who) => {
      const [role] = SAMPLE_ROLES[who].viewer.groups;
      const input = { role: role?.role, delegate: id(who), onBehalfOf: who };
      return [`seat of ${who} in ${where}`, seat(where, input)] as const;
    }),
  ]);
  await making.make(root, {
    "role of themselves": {
      field: "addRole",
      input: { organisation: id("organisation"), person: id("themselves"), title: "Helper" },
    },
    ...Object.fromEntries(seats),
    "seat of otherCoLead": seat("otherGroup", { role: "CO_LEAD", delegate: id("otherCoLead") }),
  });
}

async function tokensOf(graphs: Graphs, { id }: Making): Promise<PermissionWorld["tokens"]> {
  const tokens = roleNames.map(async (role) => {
    const { viewer } = SAMPLE_ROLES[role];
    if (viewer === null) return [role, undefined] as const;
    const request = { person: id(role), platform: viewer.platform, expiresIn: "1h" };
    return [role, await issueToken(graphs.secrets, request)] as const;
  });
  return Object.fromEntries(await Promise.all(tokens)) as PermissionWorld["tokens"];
}

async function makeMeetings(making: Making, root: string): Promise<void> {
  const group = making.id("group");
  const joins = { group, joinUrl: "https://meet.example.org/secret", ...STARTS };
  const meeting: Planned = { field: "createMeeting", input: { title: "M", ...PUBLIC, ...joins } };
  const series = (audience: string): Planned => ({
    field: "createMeetingSeries",
    input: { title: "S", ...joins, audience, preset: "QUARTERLY", count: 1 },
    selection: "id meetings { nodes { id } }",
  });
  const audiences = ["PUBLIC", "NETWORK", "ORGANISATION", "NOBODY"];
  await making.make(root, {
    meeting,
    "meeting to cancel": meeting,
    "series to cancel": series("PUBLIC"),
    ...Object.fromEntries(audiences.map((audience) => [`series-${audience}`, series(audience)])),
  });
  const item: Planned = {
    field: "addAgendaItem",
    input: { meeting: making.id("meeting"), title: "Item", durationMinutes: 5 },
  };
  const items = ["", " for coLead", " for secretariat", " for admin"];
  await making.make(
    root,
    Object.fromEntries(items.map((whose) => [`agenda item${whose}`, item] as const)),
  );
}

async function makeTies(making: Making, tokens: PermissionWorld["tokens"]): Promise<void> {
  const { id } = making;
  const ends = { source: id("otherOrganisation"), target: id("organisation") };
  const tie = (input: object): Planned => ({
    field: "proposeRelationship",
    input: { ...ends, ...input },
  });
  const file = { fileName: "table.csv" };
  await making.make(tokens.otherOwner, { proposed: tie({ type: "FUNDS", endDate: "2050-01-01" }) });
  await making.make(tokens.admin, {
    confirmed: tie({ type: "PARTNER", startDate: "2020-01-01" }),
    import: { field: "startImport", input: { ...file, kind: "ORGANISATIONS" } },
    practiceImport: { field: "startPracticeImport", input: file },
  });
  const asks = { organisation: id("otherOrganisation") };
  const ask = (group: string): Planned => ({
    field: "requestToJoin",
    input: { ...asks, group: id(group) },
  });
  await making.make(tokens.otherOwner, {
    "join request": ask("group"),
    "join request to withdraw": ask("proposedGroup"),
  });
  await making.make(tokens.otherOwner, {
    "network join request": {
      field: "requestToJoinNetwork",
      input: { ...asks, network: id("network"), answers: [] },
    },
  });
  await making.make(tokens.admin, {
    "network join request to withdraw": {
      field: "requestToJoinNetwork",
      input: { organisation: id("seated"), network: id("otherNetwork"), answers: [] },
    },
  });
  const comfortable = [{ from: "09:00", until: "17:00" }];
  await making.make(tokens.themselves, {
    availability: { field: "updateMyAvailability", input: { timeZone: "UTC", comfortable } },
    needs: { field: "setInterpretationNeeds", input: { intoLanguages: ["fr"] } },
    feed: { field: "createCalendarFeed", input: {}, selection: "calendarFeed { id }" },
    "saved search": { field: "saveSearch", input: { name: "Housing", text: "housing" } },
  });
  await making.make(tokens.secretariat, {
    invitation: {
      field: "inviteOrganisations",
      input: { network: id("network"), csv: invitationsOf(id("network")) },
      selection: "invitations { id }",
    },
  });
}
