import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import {
  coLeadOf,
  createFactories,
  errorOf,
  localFromNow,
  seatedIn,
} from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute, sqlOf } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildPerson } = createFactories(harness);

const SAVE = `mutation ($input: SaveMinutesInput!) { saveMinutes(input: $input) { id text version viewerCanEdit } }`;
const CONCLUDE = `mutation ($input: ConcludeMeetingInput!) { concludeMeeting(input: $input) { id state concludedAt } }`;
const APPROVE = `mutation ($input: ApproveMinutesInput!) {
  approveMinutes(input: $input) { state approvedAtMeeting { id } viewerCanApprove } }`;
const READ = `query ($id: ID!) { meeting(id: $id) { minutes { state }
  agenda { nodes { id minutes { text version revisions { totalCount nodes { version text editor { id } } } } } } } }`;

const at = (hours: number) => ({ localStart: localFromNow(hours), timeZone: "UTC" });

async function buildHeld() {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group, ...at(-3), durationMinutes: 60 });
  const agendaItem = await buildAgendaItem(meeting);
  return { group, meeting, agendaItem, lead: coLeadOf(group), seat: seatedIn(group) };
}

describe("saveMinutes", () => {
  it("keeps every text that was saved, with who saved it", async () => {
    const { group, meeting, agendaItem, lead } = await buildHeld();
    const person = await buildPerson();
    const writer = buildViewer({ ...seatedIn(group), person });
    const first = { agendaItem, text: " Opened. ", baseVersion: 0 };
    const { data } = await execute(SAVE, { viewer: writer, input: first });
    expect(data?.saveMinutes).toMatchObject({ text: "Opened.", version: 1, viewerCanEdit: true });
    await execute(SAVE, { viewer: lead, input: { agendaItem, text: "Closed.", baseVersion: 1 } });
    const read = await execute(READ, { viewer: lead, id: meeting });
    expect(read.data?.meeting).toEqual({
      minutes: { state: "DRAFT" },
      agenda: {
        nodes: [
          {
            id: agendaItem,
            minutes: {
              text: "Closed.",
              version: 2,
              revisions: {
                totalCount: 2,
                nodes: [
                  { version: 2, text: "Closed.", editor: null },
                  { version: 1, text: "Opened.", editor: { id: person } },
                ],
              },
            },
          },
        ],
      },
    });
  });

  it("answers a stale save with both texts, and loses neither, also of many at once", async () => {
    const { meeting, agendaItem, lead, seat } = await buildHeld();
    const texts = ["one", "two", "three", "four"];
    const answers = await Promise.all(
      texts.map((text, index) =>
        execute(SAVE, {
          viewer: index % 2 === 0 ? lead : seat,
          input: { agendaItem, text, baseVersion: 0 },
        }),
      ),
    );
    const won = answers.findIndex(({ errors }) => errors === undefined);
    const lost = answers.filter(({ errors }) => errors !== undefined);
    expect(lost).toHaveLength(3);
    for (const { errors } of lost) {
      const { code, yours, theirs, version } = errors?.[0]?.extensions ?? {};
      expect({ code, theirs, version }).toEqual({
        ...{ code: "CONFLICT", theirs: texts[won], version: 1 },
      });
      expect(texts).toContain(yours);
    }
    const read = await execute(READ, { viewer: lead, id: meeting });
    expect(read.data?.meeting.agenda.nodes[0].minutes.text).toBe(texts[won]);
  });

  it("is once for one key", async () => {
    const { agendaItem, lead } = await buildHeld();
    const input = { agendaItem, text: "Once", baseVersion: 0, idempotencyKey: `k${agendaItem}` };
    await execute(SAVE, { viewer: lead, input });
    const { data } = await execute(SAVE, { viewer: lead, input });
    expect(data?.saveMinutes).toMatchObject({ text: "Once", version: 1 });
  });

  it("refuses who is nobody, who observes, and a text too long; and finds nothing that is hidden", async () => {
    const { group, agendaItem, lead } = await buildHeld();
    const input = { agendaItem, text: "Text", baseVersion: 0 };
    expect(errorOf(await execute(SAVE, { input }))).toEqual({ code: "UNAUTHENTICATED" });
    const observer = buildViewer({ groups: [{ id: group, role: "OBSERVER" }] });
    expect(errorOf(await execute(SAVE, { viewer: observer, input })).code).toBe("FORBIDDEN");
    const long = { ...input, text: "x".repeat(20_001) };
    expect(errorOf(await execute(SAVE, { viewer: lead, input: long }))).toEqual({
      ...{ code: "BAD_USER_INPUT", field: "text" },
    });
    const hidden = await buildAgendaItem(await buildMeeting({ audience: Audience.NETWORK }));
    for (const id of [hidden, newId("agi")]) {
      const missing = { ...input, agendaItem: id };
      const answer = await execute(SAVE, { viewer: buildViewer(), input: missing });
      expect(errorOf(answer).code).toBe("NOT_FOUND");
    }
  });
});

describe("the minutes of a meeting", () => {
  it("are concluded once it has begun, approved by a later one, and then locked", async () => {
    const { group, meeting, agendaItem, lead } = await buildHeld();
    const later = await buildMeeting({ group, ...at(-1), durationMinutes: 60 });
    const coming = await buildMeeting({ group, ...at(5), durationMinutes: 60 });
    const early = await execute(CONCLUDE, { viewer: lead, input: { meeting: coming } });
    expect(errorOf(early).code).toBe("CONFLICT");
    const input = { meeting, at: later };
    expect(errorOf(await execute(APPROVE, { viewer: lead, input })).code).toBe("CONFLICT");
    const { data } = await execute(CONCLUDE, { viewer: lead, input: { meeting } });
    expect(data?.concludeMeeting.state).toBe("CONCLUDED");
    const again = await execute(CONCLUDE, { viewer: lead, input: { meeting } });
    expect(again.data).toEqual(data);
    const others = await buildMeeting({ ...at(-1), durationMinutes: 60 });
    for (const wrong of [meeting, others]) {
      const answer = await execute(APPROVE, { viewer: lead, input: { meeting, at: wrong } });
      expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: "at" });
    }
    const soon = await execute(APPROVE, { viewer: lead, input: { meeting, at: coming } });
    expect(errorOf(soon).code).toBe("CONFLICT");
    const approved = await execute(APPROVE, { viewer: lead, input });
    expect(approved.data?.approveMinutes).toEqual({
      ...{ state: "APPROVED", approvedAtMeeting: { id: later }, viewerCanApprove: false },
    });
    const change = { agendaItem, text: "Otherwise", baseVersion: 0 };
    expect(errorOf(await execute(SAVE, { viewer: lead, input: change })).code).toBe("CONFLICT");
    expect(errorOf(await execute(APPROVE, { viewer: lead, input })).code).toBe("CONFLICT");
  });

  it("are concluded and approved by those who convene alone", async () => {
    const { meeting, seat } = await buildHeld();
    for (const [query, input] of [
      [CONCLUDE, { meeting }],
      [APPROVE, { meeting, at: meeting }],
    ] as const) {
      expect(errorOf(await execute(query, { input })).code).toBe("UNAUTHENTICATED");
      expect(errorOf(await execute(query, { viewer: seat, input })).code).toBe("FORBIDDEN");
      const missing = { ...input, meeting: newId("mtg") };
      expect(errorOf(await execute(query, { viewer: seat, input: missing })).code).toBe(
        "NOT_FOUND",
      );
    }
  });

  it("are null for who does not sit there, and cost the same of many items as of one", async () => {
    const { meeting, agendaItem, lead } = await buildHeld();
    await execute(SAVE, { viewer: lead, input: { agendaItem, text: "Said", baseVersion: 0 } });
    const { data } = await execute(READ, { id: meeting, viewer: buildViewer() });
    expect(data?.meeting).toEqual({
      minutes: null,
      agenda: { nodes: [{ id: agendaItem, minutes: null }] },
    });
    const one = await sqlOf(() => execute(READ, { viewer: lead, id: meeting }));
    for (const text of ["a", "b"]) {
      const item = await buildAgendaItem(meeting);
      await execute(SAVE, { viewer: lead, input: { agendaItem: item, text, baseVersion: 0 } });
    }
    const many = await sqlOf(() => execute(READ, { viewer: lead, id: meeting }));
    expect(many.length).toBe(one.length);
  });
});
