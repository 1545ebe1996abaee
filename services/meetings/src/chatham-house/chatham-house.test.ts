import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import fc from "fast-check";
import {
  coLeadOf,
  createFactories,
  errorOf,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, told, service, db } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation, buildPerson, buildSeat } =
  createFactories(harness);

const COMMITMENT = `id text state organisation { id } person { id }
  history { nodes { state changedBy { id } } }`;
const READ = `query ($keys: [_Any!]!, $id: ID!) {
  meeting(id: $id) { isUnderChathamHouseRule
    agendaDocument { text } minutesDocument(format: HTML) { text }
    attendance { totalCount nodes { status organisation { id } person { id } seat { id } } }
    seatAttendance { nodes { status seat { id } organisation { id } person { id } } }
    quorum { isMet counted needs { label counted } missing }
    decisions { nodes { ${COMMITMENT} } } actions { nodes { ${COMMITMENT} } }
    agenda { nodes { id isUnderChathamHouseRule presenter { id }
      minutes { text revisions { nodes { text editor { id } } } }
      decisions { nodes { ${COMMITMENT} } } actions { nodes { ${COMMITMENT} } } } } }
  _entities(representations: $keys) {
    ... on Organisation { agendaItems { nodes { id } } }
    ... on Action { organisation { id } person { id } } } }`;
const RULE = `mutation ($input: ApplyChathamHouseRuleInput!) {
  applyChathamHouseRule(input: $input) { id isUnderChathamHouseRule } }`;

async function change(mutation: string, viewer: ReturnType<typeof coLeadOf>, input: object) {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`;
  const { data, errors } = await execute(query, { viewer, input });
  if (errors?.[0]) throw errors[0];
  return (data as { made: { id: string } }).made.id;
}

/** What names somebody, in any order; before or after the rule was chosen. */
const STEPS = ["present", "attend", "minute", "decide", "act", "rule"] as const;
type Step = (typeof STEPS)[number];

async function buildNamed(isSeated = true) {
  // Small numbers would tell who was there: nobody but they sits for this constituency.
  const label = newId("constituency");
  const needs = [{ label, categories: [], countries: ["KE"], atLeast: 1 }];
  const quorum = { organisations: 1, percent: null, ofEachNeed: 1 };
  const charters = [{ since: "2020-01-01T00:00:00+00:00", needs, quorum }];
  const group = await buildGroup({ charters });
  const meeting = await buildMeeting({ group, localStart: localFromNow(-2), timeZone: "UTC" });
  const agendaItem = await buildAgendaItem(meeting);
  const name = newId("named");
  const organisation = await buildOrganisation({ name, countries: ["KE"] });
  const person = await buildPerson();
  const seat = isSeated ? await buildSeat({ group, organisation }) : newId("sea");
  const editor = await buildPerson();
  const writer = buildViewer({ ...coLeadOf(group), person: editor });
  return { group, meeting, agendaItem, organisation, name, person, editor, writer, seat, label };
}

type Named = Awaited<ReturnType<typeof buildNamed>>;

const takeStep = (step: Step, named: Named, whole: boolean): Promise<string> => {
  const { meeting, agendaItem, organisation, person, writer } = named;
  const owner = { meeting, agendaItem, text: "Agreed", organisation, person };
  switch (step) {
    case "present":
      return change("updateAgendaItem", writer, { id: agendaItem, presenter: organisation });
    case "attend":
      return change("recordAttendance", writer, {
        ...{ meeting, organisation, person, status: "ATTENDED" },
      });
    case "minute":
      return change("saveMinutes", writer, { agendaItem, text: "Said", baseVersion: 0 });
    case "decide":
      return change("recordDecision", writer, owner);
    case "act":
      return change("recordAction", writer, owner);
    case "rule":
      return change("applyChathamHouseRule", writer, {
        ...{ meeting, ...(whole ? {} : { agendaItem }) },
      });
  }
};

/** All that is answered about the meeting, to everybody who may ask, by every door. */
async function allAnswers({ group, meeting, organisation, person, writer }: Named) {
  const [action] = await db().query<{ id: string }[]>(
    "SELECT id FROM action WHERE meeting_id = $1",
    [meeting],
  );
  const keys = [
    { __typename: "Organisation", id: organisation },
    { __typename: "Action", id: action?.id ?? newId("act") },
  ];
  const owner = buildViewer({ organisations: [{ id: organisation, role: "OWNER" }] });
  const answers: unknown[] = [];
  for (const viewer of [null, buildViewer(), owner, seatedIn(group), writer, admin]) {
    const { data, errors } = await execute(READ, { viewer, keys, id: meeting });
    expect(errors).toBeUndefined();
    answers.push(data);
  }
  const { records } = await service().personalData(admin, { person, accounts: [], addresses: [] });
  const { replica: _, ...held } = records;
  const changes = [...(await told("Meeting")), ...(await told("AgendaItem"))];
  const fed = changes.filter(({ payload }) => JSON.stringify(payload).includes(meeting));
  const self = changes.filter(({ id }) => id === meeting);
  return JSON.stringify([answers, held, fed, self]);
}

async function auditOf(): Promise<string> {
  // What was read is written down as well.
  await service().parts.audit.stop();
  await service().parts.audit.seal();
  const rows = await db().query<{ content: string }[]>("SELECT content FROM audit_record");
  return rows
    .map(({ content }) => content)
    .filter((content) => !/"(organisation|person)_replica"|"\/personal-data"/.test(content))
    .join("\n");
}

it("leaves nobody's name in any answer, feed, export or log, in whatever order it was recorded", async () => {
  const orders = fc.shuffledSubarray([...STEPS], { minLength: STEPS.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const named = await buildNamed();
      for (const step of order) await takeStep(step, named, true);
      const said = await allAnswers(named);
      expect(said).toContain("Agreed");
      expect(said).toContain('"quorum":{"isMet":true,"counted":null');
      const { organisation, name, person, editor, seat, label } = named;
      for (const hidden of [organisation, name, person, editor, seat, label]) {
        expect(said).not.toContain(hidden);
      }
      // The log says which account has written a record: nobody else whom it was about.
      const log = await auditOf();
      expect(log).toContain(named.agendaItem);
      expect(log).not.toContain(named.organisation);
      expect(log).not.toContain(named.person);
    }),
    { numRuns: 12 },
  );
});

it("holds for one item alone, and names who comes and all else", async () => {
  const named = await buildNamed(false);
  for (const step of STEPS.filter((one) => one !== "attend")) await takeStep(step, named, false);
  const said = await allAnswers(named);
  for (const hidden of [named.organisation, named.name, named.person, named.editor]) {
    expect(said).not.toContain(hidden);
  }
  await takeStep("attend", named, false);
  const { data } = await execute(READ, { viewer: named.writer, id: named.meeting, keys: [] });
  expect(data?.meeting).toMatchObject({
    isUnderChathamHouseRule: false,
    attendance: { nodes: [{ organisation: { id: named.organisation } }] },
    agenda: { nodes: [{ isUnderChathamHouseRule: true, presenter: null }] },
  });
});

it("names them where no rule was chosen", async () => {
  const named = await buildNamed();
  for (const step of STEPS.filter((one) => one !== "rule")) await takeStep(step, named, true);
  const said = await allAnswers(named);
  expect(said).toContain(named.organisation);
  expect(said).toContain(named.name);
  expect(said).toContain(named.person);
  expect(said).toContain(named.editor);
  expect(said).toContain(named.seat);
  expect(said).toContain(named.label);
  // Whoever else reads who said, saved or was to do something is recorded, by the names of all.
  const log = await auditOf();
  const reads = [
    { type: "Action", id: named.person, fields: ["person"] },
    { type: "CommitmentChange", id: named.editor, fields: ["changedBy"] },
    { type: "MinutesRevision", id: named.editor, fields: ["editor"] },
  ];
  for (const { type, id, fields } of reads) {
    expect(log).toContain(JSON.stringify({ fields, id, type }));
  }
});

it("is chosen by those who convene, for what is there", async () => {
  const { group, meeting, writer } = await buildNamed();
  const input = { meeting };
  expect(errorOf(await execute(RULE, { input })).code).toBe("UNAUTHENTICATED");
  const seated = await execute(RULE, { viewer: seatedIn(group), input });
  expect(errorOf(seated).code).toBe("FORBIDDEN");
  for (const missing of [{ meeting: newId("mtg") }, { meeting, agendaItem: newId("agi") }]) {
    const answer = await execute(RULE, { viewer: writer, input: missing });
    expect(errorOf(answer).code).toBe("NOT_FOUND");
  }
});
