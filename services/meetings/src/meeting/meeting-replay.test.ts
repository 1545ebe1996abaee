import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { coLeadOf, createFactories, errorOf, QUARTERLY } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildAgendaItem, buildGroup, buildMeeting } = createFactories(harness);

async function buildPlanned() {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  const items = [await buildAgendaItem(meeting), await buildAgendaItem(meeting)];
  const viewer = coLeadOf(group);
  const send = (mutation: string, input: object, fields = "id title") => {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { ${fields} } }`;
    return execute(query, { viewer, input });
  };
  return { group, meeting, item: items[0] ?? "", send };
}

const key = (name: string) => ({ idempotencyKey: `replay-${name}` });

describe("the same key sent again", () => {
  it("does not undo what was changed in between", async () => {
    const { meeting, item, send } = await buildPlanned();
    for (const [mutation, id] of [
      ["updateMeeting", meeting] as const,
      ["updateAgendaItem", item] as const,
    ]) {
      const input = { id, title: "First", ...key(mutation + id) };
      expect((await send(mutation, input)).data?.made.title).toBe("First");
      await send(mutation, { id, title: "Second" });
      expect((await send(mutation, input)).data?.made.title).toBe("Second");
    }
    const move = { id: item, position: 2, ...key(`move${item}`) };
    await send("moveAgendaItem", move, "position");
    await send("moveAgendaItem", { id: item, position: 1 }, "position");
    const moved = await send("moveAgendaItem", move, "position");
    expect(moved.data?.made.position).toBe(1);
  });

  it("is refused for another cancellation", async () => {
    const { group, meeting, send } = await buildPlanned();
    const input = { id: meeting, ...key(`cancel${meeting}`) };
    await send("cancelMeeting", input, "status");
    expect((await send("cancelMeeting", input, "status")).data?.made.status).toBe("CANCELLED");
    const other = await send("cancelMeeting", { ...input, id: await buildMeeting({ group }) });
    expect(errorOf(other)).toEqual({ code: "CONFLICT", field: "idempotencyKey" });
  });

  it("finds nothing that was hidden or removed since", async () => {
    const { group, meeting, item, send } = await buildPlanned();
    const { title, localStart, timeZone, durationMinutes } = QUARTERLY;
    const single = { title, localStart, timeZone, durationMinutes };
    const of = (name: string) => key(name + meeting);
    const calls = [
      ["Meeting", "createMeeting", { ...single, group, ...of("create") }],
      ["MeetingSeries", "createMeetingSeries", { ...QUARTERLY, group, ...of("series") }],
      ["Meeting", "updateMeeting", { id: meeting, title, ...of("update") }],
      ["AgendaItem", "addAgendaItem", { meeting, title, durationMinutes: 5, ...of("add") }],
      ["AgendaItem", "updateAgendaItem", { id: item, title, ...of("item") }],
    ] as const;
    for (const [, mutation, input] of calls) {
      expect((await send(mutation, input, "id")).errors).toBeUndefined();
    }
    await buildGroup({ id: group, audience: Audience.NOBODY });
    for (const [type, mutation, input] of calls) {
      expect(errorOf(await send(mutation, input, "id"))).toEqual({ code: "NOT_FOUND", type });
    }
  });
});
