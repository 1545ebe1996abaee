import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildOrganisation,
  buildPerson,
  buildTie,
  codeOf,
  secretariatOf,
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import type { Person } from "../person/person.entity.ts";
import { RelationshipStatus } from "../relationship/relationship.enum.ts";

const { db, execute, tell, told } = createHarness(stakeholders);

type Viewer = ReturnType<typeof buildViewer>;
const as = ({ id }: Person): Viewer => buildViewer({ id: `acc_${id}`, person: id });
const moderator = buildViewer({ id: "acc_mod", person: "per_mod", platform: ["MODERATOR"] });

const change = async (field: string, input: object, viewer: Viewer | null) => {
  const type = `${field[0]?.toUpperCase() ?? ""}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${field}(input: $input) { id about title state note viewerCanDecide } }`;
  const result = await execute(query, { viewer, input });
  return { code: codeOf(result), report: result.data?.[field] };
};
const report = (about: string, viewer: Viewer | null, input = {}) =>
  change("reportContent", { about, reason: "SAFETY", comment: "A home address", ...input }, viewer);
const decide = (id: string, decision: string, viewer: Viewer | null = moderator) =>
  change("decideReport", { report: id, decision, note: "It names a shelter" }, viewer);
const queue = async (viewer: Viewer | null, state = "OPEN") => {
  const query = "query ($state: ReportState) { reports(state: $state) { nodes { id about } } }";
  return (await execute(query, { viewer, state })).data.reports.nodes;
};
const events = async (about: string) =>
  (await told("Notice")).flatMap(({ payload }) => {
    const notice = payload as {
      people: string[];
      moderators: boolean;
      item: { event: string; title: string };
    };
    return notice.item.title === about
      ? [[notice.item.event, notice.people, notice.moderators]]
      : [];
  });
const organisation = async (id: string, viewer: Viewer | null) =>
  (await execute("query ($id: ID!) { organisation(id: $id) { audience } }", { viewer, id })).data
    .organisation;

it("takes down what was reported, tells whom it concerns, and restores it", async () => {
  const ada = await buildPerson(db());
  const owned = await buildOrganisation(db(), {
    name: "Ferrybridge",
    audience: Audience.NETWORK,
    networks: ["net_1"],
  });
  const seeing = buildViewer({ ...as(ada), networks: [{ id: "net_1", role: "MEMBER" }] });
  const { report: made } = await report(owned.id, seeing);
  expect(made).toMatchObject({ title: "Ferrybridge", state: "OPEN", viewerCanDecide: false });
  expect((await report(owned.id, seeing)).report.id).toBe(made.id);
  expect(await events("Ferrybridge")).toEqual([["REPORT_FILED", [], true]]);
  const secretariat = secretariatOf({ id: "net_1" });
  const mine = { id: made.id, about: owned.id };
  const owner = viewerOf([owned], "OWNER");
  const biased = { ...viewerOf([owned], "DELEGATE"), platform: ["MODERATOR" as const] };
  expect(await queue(moderator)).toContainEqual(mine);
  expect(await queue(seeing)).toEqual([mine]);
  // Any secretariat could have made it a member of its network; and nobody decides about their own.
  expect([await queue(secretariat), await queue(biased), await queue(owner)]).toEqual([[], [], []]);
  expect([await queue(null), await queue(secretariatOf({ id: "net_2" }))]).toEqual([[], []]);

  expect((await decide(made.id, "TAKE_DOWN", null)).code).toMatchObject({
    code: "UNAUTHENTICATED",
  });
  expect((await decide(made.id, "TAKE_DOWN", seeing)).code).toMatchObject({ code: "FORBIDDEN" });
  const stranger = as(await buildPerson(db()));
  for (const viewer of [stranger, secretariat, biased]) {
    expect((await decide(made.id, "TAKE_DOWN", viewer)).code).toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await decide(made.id, "TAKE_DOWN")).report.state).toBe("TAKEN_DOWN");
  expect((await decide(made.id, "DISMISS")).code).toMatchObject({ code: "CONFLICT" });
  expect(
    await Promise.all([null, seeing, secretariat].map((one) => organisation(owned.id, one))),
  ).toEqual([null, null, null]);
  const shown = { audience: "TAKEN_DOWN" };
  expect(await Promise.all([owner, moderator].map((one) => organisation(owned.id, one)))).toEqual([
    shown,
    shown,
  ]);
  const update =
    "mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { name } }";
  const tryAudience = async (audience: string) =>
    codeOf(await execute(update, { viewer: owner, input: { id: owned.id, audience } }));
  expect(await tryAudience("PUBLIC")).toMatchObject({ code: "CONFLICT" });
  expect(await tryAudience("TAKEN_DOWN")).toMatchObject({
    code: "BAD_USER_INPUT",
    field: "audience",
  });

  const back = await change("restoreContent", { report: made.id, note: "It is public" }, moderator);
  expect(back.report.state).toBe("RESTORED");
  expect(await organisation(owned.id, seeing)).toEqual({ audience: "NETWORK" });
  expect(await organisation(owned.id, null)).toBeNull();
  expect((await events("Ferrybridge")).map(([event]) => event)).toEqual([
    "REPORT_FILED",
    "REPORT_UPHELD",
  ]);
});

it("takes reports of what somebody sees alone, and lets it stand where it may", async () => {
  const ada = as(await buildPerson(db()));
  const hidden = await buildPerson(db(), { audience: Audience.NOBODY });
  const gone = "prc_01h455vb4pex5vsknk084sn02q";
  expect((await report(hidden.id, ada)).code).toMatchObject({ code: "NOT_FOUND", type: "Person" });
  expect((await report(gone, ada)).code).toMatchObject({ code: "NOT_FOUND", type: "Practice" });
  expect((await report(gone, null)).code).toMatchObject({ code: "UNAUTHENTICATED" });
  const open = await buildPerson(db(), { name: "Bo", audience: Audience.PUBLIC });
  expect((await report(open.id, buildViewer())).code).toMatchObject({ code: "FORBIDDEN" });
  expect((await report(open.id, ada, { comment: "x".repeat(2_001) })).code).toMatchObject({
    field: "comment",
  });
  const { report: made } = await report(open.id, ada);
  expect((await decide(made.id, "DISMISS")).report.state).toBe("DISMISSED");
  expect(await events("Bo")).toContainEqual(["REPORT_DISMISSED", [ada.person], false]);
});

it("tells other services what to hide, and to show again", async () => {
  const ada = as(await buildPerson(db()));
  const protection = { audience: "PUBLIC", organisations: [], networks: [] };
  const [meeting, item] = ["mtg_01h455vb4pex5vsknk084sn02q", "agi_01h455vb4pex5vsknk084sn02q"];
  const poll = "pol_01h455vb4pex5vsknk084sn02q";
  await tell(
    "meetings",
    {
      type: "Meeting",
      id: meeting,
      payload: { protection, title: "Plenary", group: null, network: null },
    },
    { type: "AgendaItem", id: item, payload: { title: "A name", meeting } },
    {
      type: "Poll",
      id: poll,
      payload: {
        protection: { ...protection, audience: "ORGANISATION" },
        ...{ title: "When?", group: "grp_1", network: null },
      },
    },
  );
  // Of a poll those alone know who sit there.
  expect((await report(poll, ada)).code).toMatchObject({ code: "NOT_FOUND", type: "Poll" });
  const { report: made } = await report(item, ada);
  expect(made.title).toBe("A name");
  await decide(made.id, "TAKE_DOWN");
  const takedown = async () => (await told("Takedown")).find(({ id }) => id === item)?.payload;
  expect(await takedown()).toEqual({});
  await change("restoreContent", { report: made.id, note: "Agreed" }, moderator);
  expect(await takedown()).toBeNull();
});

const GROUP = "grp_01h455vb4pex5vsknk084sn02q";
const MEETING = "mtg_01h455vb4pex5vsknk084sn02r";
const NETWORK = "net_01h455vb4pex5vsknk084sn02q";
const inNetwork = { organisations: [], networks: [NETWORK] };
const tellGroup = (audience = "NETWORK") =>
  tell("working-groups", {
    ...{ type: "WorkingGroup", id: GROUP },
    payload: {
      ...{ protection: { audience, ...inNetwork }, network: NETWORK },
      ...{ name: "Shelter", description: "It finds rooms" },
    },
  });
const tellMeeting = (audience: string, group: string | null = GROUP) =>
  tell("meetings", {
    ...{ type: "Meeting", id: MEETING },
    payload: { protection: { audience, ...inNetwork }, title: "A visit", group, network: NETWORK },
  });
const seatedAs = async (role: "CO_LEAD" | "MEMBER") => ({
  ...as(await buildPerson(db())),
  groups: [{ id: GROUP, role }],
});
const inNetworkAs = (role: "MEMBER" | "SECRETARIAT") => ({ networks: [{ id: NETWORK, role }] });
const governing = async () => ({ ...as(await buildPerson(db())), ...inNetworkAs("SECRETARIAT") });

it("lets a secretariat decide about a group of its network, but not for itself nor against a moderator", async () => {
  await tellGroup();
  const [one, other, lead] = [await governing(), await governing(), await seatedAs("CO_LEAD")];
  const { report: made } = await report(GROUP, await seatedAs("CO_LEAD"));
  expect(await queue(one)).toContainEqual({ id: made.id, about: GROUP });
  for (const viewer of [lead, { ...lead, platform: ["MODERATOR" as const] }]) {
    expect(await queue(viewer)).not.toContainEqual({ id: made.id, about: GROUP });
    expect((await decide(made.id, "DISMISS", viewer)).code).toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await report(GROUP, one)).report.viewerCanDecide).toBe(false);
  expect((await decide(made.id, "TAKE_DOWN", one)).code).toMatchObject({ code: "FORBIDDEN" });
  expect((await decide(made.id, "TAKE_DOWN", other)).report.state).toBe("TAKEN_DOWN");
  const again = { report: made.id, note: "It is agreed" };
  expect((await change("restoreContent", again, other)).report.state).toBe("RESTORED");

  const { report: later } = await report(GROUP, await seatedAs("MEMBER"));
  await decide(later.id, "TAKE_DOWN");
  const back = { report: later.id, note: "It is ours" };
  expect((await change("restoreContent", back, other)).code).toMatchObject({ code: "FORBIDDEN" });
  expect((await change("restoreContent", back, moderator)).report.state).toBe("RESTORED");
});

it("tells secretariats of nothing that is narrower than their network, nor of others' things", async () => {
  await tellGroup();
  const secretariat = await governing();
  const before = await queue(secretariat);
  const [source, target] = [await buildOrganisation(db()), await buildOrganisation(db())];
  const ends = { sourceId: source.id, targetId: target.id, proposerId: source.id };
  const tie = await buildTie(db(), { ...ends, status: RelationshipStatus.PROPOSED });
  const draft = "prc_01h455vb4pex5vsknk084sn02r";
  const protection = { audience: "ORGANISATION", ...inNetwork, organisations: [source.id] };
  const practice = { type: "Practice", id: draft, payload: { protection, title: "A draft" } };
  await tell("practices", practice);
  const inside = buildViewer({ ...viewerOf([source]), person: (await buildPerson(db())).id });
  for (const id of [tie.id, draft]) expect((await report(id, inside)).code).toBeUndefined();
  const lead = await seatedAs("CO_LEAD");
  await tellMeeting("NOBODY");
  expect((await report(MEETING, { ...lead, ...inNetworkAs("MEMBER") })).code).toBeUndefined();
  // What the secretariat itself convenes is its own.
  await tellMeeting("PUBLIC", null);
  expect((await report(MEETING, inside)).code).toBeUndefined();
  expect(await queue(secretariat)).toEqual(before);
  for (const title of [`${source.name}, ${target.name}`, "A draft"]) {
    expect(await events(title)).toEqual([["REPORT_FILED", [], true]]);
  }
});

it("knows of what was taken down, or is hidden with its group, only who is shown it there", async () => {
  await tellGroup("TAKEN_DOWN");
  await tellMeeting("TAKEN_DOWN");
  const [member, lead] = [await seatedAs("MEMBER"), await seatedAs("CO_LEAD")];
  const codes = async (viewer: Viewer) => {
    const answers = [await report(GROUP, viewer), await report(MEETING, viewer)];
    return answers.map(({ code }) => Object(code).code as unknown);
  };
  const hidden = "NOT_FOUND";
  expect(await codes(member)).toEqual([hidden, hidden]);
  expect(await codes({ ...member, ...inNetworkAs("MEMBER") })).toEqual([hidden, hidden]);
  expect(await codes(lead)).toEqual([undefined, undefined]);
  await tellGroup("NOBODY");
  await tellMeeting("NOBODY");
  expect(await codes(member)).toEqual([undefined, hidden]);
});

it("lets whom a message reached report it, and shows moderators that one alone", async () => {
  const [ada, bo, other] = [
    await buildPerson(db(), { audience: Audience.PUBLIC }),
    await buildPerson(db(), { audience: Audience.PUBLIC }),
    await buildPerson(db(), { audience: Audience.PUBLIC }),
  ];
  const write = async (subject: string) => {
    const input = { to: bo.id, subject, text: `${subject}: ${"x".repeat(900)}` };
    const query = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }`;
    return (await execute(query, { viewer: as(ada), input })).data.sendMessage.id as string;
  };
  const [threat, kind] = [await write("Threat"), await write("Kind")];
  for (const viewer of [as(ada), as(other), moderator]) {
    expect((await report(threat, viewer)).code).toMatchObject({ code: "NOT_FOUND" });
  }
  const { report: made } = await report(threat, as(bo));
  const { data } = await execute(
    "{ reports(state: OPEN) { nodes { about aboutType title excerpt } } }",
    { viewer: moderator },
  );
  const told = JSON.stringify(data.reports.nodes);
  expect(data.reports.nodes).toContainEqual({
    ...{ about: threat, aboutType: "Message", title: "Threat" },
    excerpt: `Threat: ${"x".repeat(900)}`,
  });
  expect(told).not.toContain(kind);
  expect(await queue({ ...as(ada), platform: ["MODERATOR"] })).not.toContainEqual(
    expect.objectContaining({ about: threat }),
  );
  const inbox = async ({ id }: Person) => {
    const query = "{ messages { nodes { subject } } }";
    const found = await execute(query, { viewer: buildViewer({ person: id }) });
    return found.data.messages.nodes.map(({ subject }: { subject: string }) => subject);
  };
  expect((await decide(made.id, "TAKE_DOWN")).report).toMatchObject({ state: "TAKEN_DOWN" });
  expect([await inbox(bo), await inbox(ada)]).toEqual([["Kind"], ["Kind", "Threat"]]);
  expect(await events("Threat")).not.toContainEqual(expect.arrayContaining(["TAKEN_DOWN"]));
  await change("restoreContent", { report: made.id, note: "A joke" }, moderator);
  expect(await inbox(bo)).toEqual(["Kind", "Threat"]);
  const erase = `mutation { deletePerson(input: { id: "${ada.id}" }) { id } }`;
  expect((await execute(erase, { viewer: admin })).errors).toBeUndefined();
  expect(await db().query("SELECT 1 FROM report WHERE about = $1", [threat])).toEqual([]);
});
