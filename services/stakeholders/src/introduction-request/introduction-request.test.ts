import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { buildHeldRole, buildOrganisation, buildPerson, codeOf } from "../../test/factories.ts";
import { beginDay } from "../day/day.job.ts";
import { stakeholders } from "../definition.ts";
import { forgetReportsOfLetters } from "../report/takedown.service.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, told, service } = createHarness(stakeholders);

interface Party {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  readonly viewer: Viewer;
}

/** An organisation with an owner. */
async function party(name: string, overrides: Partial<Organisation> = {}): Promise<Party> {
  const { id, networks } = await buildOrganisation(db(), { name, ...overrides });
  const { id: person } = await buildPerson(db(), { name: `Owner of ${name}` });
  await buildHeldRole(db(), { organisationId: id, personId: person, access: RoleAccess.OWNER });
  const viewer = buildViewer({
    id: `acc_${person}`,
    person,
    organisations: [{ id, role: "OWNER" }],
    networks: networks.map((network) => ({ id: network, role: "MEMBER" })),
  });
  return { id, name, person, viewer };
}
const parties = async () =>
  [await party("Seeker"), await party("Between"), await party("Sought")] as const;

const change = async (field: string, input: object, viewer: Viewer | null) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) {
    id state text decidedAt viewerOutcome viewerCanAnswer viewerCanTellOutcome
    seeker { id } over { id } target { id } } }`;
  const result = await execute(query, { viewer, input });
  return { code: codeOf(result), made: result.data?.[field] };
};
const ask = (seeker: Party, over: { id: string }, target: { id: string }) =>
  change(
    "requestIntroduction",
    { seeker: seeker.id, over: over.id, target: target.id, text: "We share a corridor" },
    seeker.viewer,
  );
const answer = ({ viewer }: { viewer: Viewer }, introduction: string, word = "ACCEPT") =>
  change("answerIntroduction", { introduction, answer: word }, viewer);
const tell = ({ viewer }: { viewer: Viewer }, introduction: string, outcome: string) =>
  change("tellIntroductionOutcome", { introduction, outcome }, viewer);
const listed = async (viewer: Viewer | null) => {
  const { data } = await execute("{ introductions { totalCount nodes { id state } } }", { viewer });
  expect(data.introductions.totalCount).toBe(data.introductions.nodes.length);
  return data.introductions.nodes.map(({ state }: { state: string }) => state);
};
/** What was told to somebody, in no order. */
const news = async ({ person }: Party) =>
  (await told("Notice")).flatMap(({ payload }) => {
    const { people, item } = payload as { people: string[]; item: { event: string } };
    return people.includes(person) ? [item] : [];
  });

it("leads from the one that asks over the one between to the one that is sought", async () => {
  const [seeker, between, sought] = await parties();
  const { made } = await ask(seeker, between, sought);
  const ends = { seeker: { id: seeker.id }, over: { id: between.id }, target: { id: sought.id } };
  expect(made).toMatchObject({ ...ends, state: "ASKED", viewerCanAnswer: false });
  expect(await news(between)).toEqual([
    { event: "INTRODUCTION_ASKED", title: "Sought", name: "Seeker", text: "We share a corridor" },
  ]);
  expect(await listed(sought.viewer)).toEqual([]);
  expect((await answer(sought, made.id)).code).toMatchObject({ code: "NOT_FOUND" });
  expect((await answer(seeker, made.id)).code).toMatchObject({ code: "FORBIDDEN" });
  expect((await tell(seeker, made.id, "YES")).code).toMatchObject({ code: "FORBIDDEN" });
  expect((await answer(between, made.id)).made).toMatchObject({ state: "PASSED_ON" });
  expect(await news(sought)).toEqual([
    { event: "INTRODUCTION_PASSED_ON", title: "Seeker", name: "Between", text: expect.any(String) },
  ]);
  expect((await answer(between, made.id)).code).toMatchObject({ code: "CONFLICT" });
  expect((await answer(sought, made.id)).made).toMatchObject({
    ...{ state: "ACCEPTED", decidedAt: expect.any(String), viewerCanTellOutcome: true },
  });
  expect((await answer(sought, made.id)).code).toMatchObject({ code: "CONFLICT" });
  expect((await news(seeker)).map(({ event }) => event)).toEqual(["INTRODUCTION_ACCEPTED"]);
});

it("tells who asked of a refusal, and not by whom; the third hears nothing", async () => {
  const [seeker, between, sought] = await parties();
  const { made } = await ask(seeker, between, sought);
  expect((await ask(seeker, between, sought)).code).toMatchObject({ code: "CONFLICT" });
  expect((await answer(between, made.id, "DECLINE")).made).toMatchObject({ state: "DECLINED" });
  expect(await news(seeker)).toEqual([
    { event: "INTRODUCTION_DECLINED", title: "Sought", name: null, text: null },
  ]);
  expect([await news(sought), await listed(sought.viewer)]).toEqual([[], []]);
});

it("is open to owners and editors of the three alone, and to nobody who reads over them", async () => {
  const [seeker, between, sought] = await parties();
  const { made } = await ask(seeker, between, sought);
  const delegate = buildViewer({
    ...seeker.viewer,
    organisations: [{ id: seeker.id, role: "DELEGATE" }],
  });
  for (const viewer of [null, buildViewer(), admin, delegate]) {
    expect(await listed(viewer)).toEqual([]);
  }
  expect((await answer({ viewer: admin }, made.id)).code).toMatchObject({ code: "NOT_FOUND" });
  const input = { seeker: seeker.id, over: between.id, target: sought.id, text: "Hello" };
  for (const [viewer, code] of [
    [null, "UNAUTHENTICATED"],
    [delegate, "FORBIDDEN"],
    [between.viewer, "FORBIDDEN"],
  ] as const) {
    expect((await change("requestIntroduction", input, viewer)).code).toMatchObject({ code });
  }
  const wrong = { ...input, text: " " };
  expect((await change("requestIntroduction", wrong, seeker.viewer)).code).toMatchObject({
    ...{ code: "BAD_USER_INPUT", field: "text" },
  });
  expect((await ask(seeker, seeker, sought)).code).toMatchObject({ field: "over" });
});

it("reaches nothing that is hidden from any of the three", async () => {
  const [seeker, between, sought] = await parties();
  const hidden = await party("Hidden", { audience: Audience.NOBODY });
  for (const [over, target] of [
    [between, hidden],
    [hidden, sought],
  ] as const) {
    expect((await ask(seeker, over, target)).code).toMatchObject({ code: "NOT_FOUND" });
  }
  const inside = { audience: Audience.NETWORK, networks: ["net_inside"] };
  const [member, other] = [await party("Member", inside), await party("Other", inside)];
  expect((await ask(member, between, other)).code).toMatchObject({ field: "over" });
  const third = await party("Third", { networks: ["net_inside"] });
  const { made } = await ask(member, third, other);
  expect(made).toMatchObject({ state: "ASKED" });
  await db().query("UPDATE organisation SET audience = 'NOBODY' WHERE id = $1", [other.id]);
  expect((await answer(third, made.id)).code).toMatchObject({ code: "CONFLICT" });
  const { data } = await execute("{ introductions { nodes { target { id } over { id } } } }", {
    viewer: third.viewer,
  });
  expect(data.introductions.nodes).toEqual([{ target: null, over: { id: third.id } }]);
});

it("is withheld from those who have blocked whoever asks, of which they learn nothing", async () => {
  const [seeker, between, sought] = await parties();
  const letter = { to: sought.id, subject: "Hello", text: "Hello" };
  const query = "mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }";
  const { data } = await execute(query, { viewer: seeker.viewer, input: letter });
  const block = "mutation ($input: BlockSenderInput!) { blockSender(input: $input) { id } }";
  await execute(block, { viewer: sought.viewer, input: { message: data.sendMessage.id } });
  const { made } = await ask(seeker, between, sought);
  expect((await answer(between, made.id)).made).toMatchObject({ state: "PASSED_ON" });
  expect(await listed(sought.viewer)).toEqual([]);
  expect(await listed(seeker.viewer)).toEqual(["PASSED_ON"]);
  expect((await answer(sought, made.id)).code).toMatchObject({ code: "NOT_FOUND" });
  expect((await news(sought)).map(({ event }) => event)).toEqual(["MESSAGE_RECEIVED"]);
});

it("is reported by whom it reached, kept from them once it is taken down, and shown again", async () => {
  const [seeker, between, sought] = await parties();
  const { made } = await ask(seeker, between, sought);
  const moderator = buildViewer({ id: "acc_mod", person: "per_mod", platform: ["MODERATOR"] });
  const reported = async (field: string, input: object, viewer: Viewer | null) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { id aboutType title excerpt } }`;
    const result = await execute(query, { viewer, input });
    return { code: codeOf(result), report: result.data?.[field] };
  };
  const report = ({ viewer }: { viewer: Viewer | null }) =>
    reported("reportContent", { about: made.id, reason: "ABUSE" }, viewer);
  // Not whom it has not reached yet, nor who has written it, nor anybody else.
  for (const one of [sought, seeker, { viewer: admin }, { viewer: moderator }]) {
    expect((await report(one)).code).toMatchObject({ code: "NOT_FOUND" });
  }
  const { report: filed } = await report(between);
  expect(filed).toMatchObject({ aboutType: "IntroductionRequest", title: "Seeker", excerpt: null });
  const { data } = await execute("{ reports(first: 100) { nodes { id excerpt } } }", {
    viewer: moderator,
  });
  expect(data.reports.nodes).toContainEqual({ id: filed.id, excerpt: "We share a corridor" });
  const decision = { report: filed.id, note: "It threatens" };
  await reported("decideReport", { ...decision, decision: "TAKE_DOWN" }, moderator);
  expect([await listed(between.viewer), await listed(seeker.viewer)]).toEqual([[], ["ASKED"]]);
  expect((await answer(between, made.id)).code).toMatchObject({ code: "NOT_FOUND" });
  expect(await news(seeker)).toEqual([]);
  await reported("restoreContent", decision, moderator);
  expect(await listed(between.viewer)).toEqual(["ASKED"]);
  await db().query("DELETE FROM introduction_request WHERE id = $1", [made.id]);
  await service().parts.transactions.write(forgetReportsOfLetters);
  expect(await db().query("SELECT 1 FROM report WHERE id = $1", [filed.id])).toEqual([]);
});

it("asks both once, after sixty days, whether it led anywhere, and shows neither the other's word", async () => {
  const [seeker, between, sought] = await parties();
  const { made } = await ask(seeker, between, sought);
  for (const one of [between, sought]) await answer(one, made.id);
  const follows = async (one: Party) =>
    (await news(one)).filter(({ event }) => event === "INTRODUCTION_FOLLOW_UP").length;
  await beginDay(service().parts);
  expect(await follows(seeker)).toBe(0);
  expect((await tell(sought, made.id, "NOT_YET")).made).toMatchObject({ viewerOutcome: "NOT_YET" });
  await db().query("UPDATE introduction_request SET decided_at = now() - interval '61 days'");
  await beginDay(service().parts);
  await beginDay(service().parts);
  expect([await follows(seeker), await follows(sought), await follows(between)]).toEqual([1, 0, 0]);
  expect((await tell(between, made.id, "NO")).code).toMatchObject({ code: "FORBIDDEN" });
  expect((await tell(seeker, made.id, "YES")).made).toMatchObject({ viewerOutcome: "YES" });
  const kept = await db().query(
    "SELECT seeker_outcome, target_outcome FROM introduction_request WHERE id = $1",
    [made.id],
  );
  expect(kept).toEqual([{ seeker_outcome: "YES", target_outcome: "NOT_YET" }]);
});

it("tells administrators alone what came of introductions, in counts alone", async () => {
  await db().query("DELETE FROM introduction_request");
  const told = [
    ["YES", "NO"],
    ["NO", null],
    ["NOT_YET", "NO"],
    [null, null],
  ] as const;
  for (const outcomes of told) {
    const [seeker, between, sought] = await parties();
    const { made } = await ask(seeker, between, sought);
    for (const one of [between, sought]) await answer(one, made.id);
    for (const [at, one] of [seeker, sought].entries()) {
      const outcome = outcomes[at];
      if (outcome) await tell(one, made.id, outcome);
    }
  }
  const [seeker, between, sought] = await parties();
  const { made } = await ask(seeker, between, sought);
  await answer(between, made.id, "DECLINE");
  const results = async (viewer: Viewer | null, since: string | null = null) => {
    const query = `query ($since: Date) { introductionResults(since: $since) {
      asked accepted declined answered ledSomewhere cameToNothing } }`;
    return (await execute(query, { viewer, since })).data.introductionResults;
  };
  expect(await results(admin)).toEqual({
    ...{ asked: 5, accepted: 4, declined: 1, answered: 3, ledSomewhere: 1, cameToNothing: 1 },
  });
  expect(await results(admin, "2999-01-01")).toMatchObject({ asked: 0, answered: 0 });
  for (const viewer of [null, buildViewer(), seeker.viewer]) {
    expect(await results(viewer)).toBeNull();
  }
});

it("goes with whoever asked, and with an organisation of the three", async () => {
  const [seeker, between, sought] = await parties();
  await ask(seeker, between, sought);
  await ask(between, seeker, sought);
  const remove = async (field: string, id: string) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
    expect((await execute(query, { viewer: admin, input: { id } })).errors).toBeUndefined();
  };
  await remove("deletePerson", seeker.person);
  expect(await listed(between.viewer)).toEqual(["ASKED"]);
  await remove("deleteOrganisation", sought.id);
  expect(await listed(between.viewer)).toEqual([]);
});
