import { Audience } from "@convene/shared/audience";
import { jobSchemaOf } from "@convene/shared/database/provision";
import type { NoticePayload } from "@convene/shared/notice/notice";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { createFactories, localFromNow } from "../../test/factories.ts";
import { createInvitations } from "../../test/invitations.ts";
import { meetings } from "../definition.ts";
import { nudgeOwners } from "./action-nudge.job.ts";

const harness = createHarness(meetings);
const { db, execute, service, sqlOf, told } = harness;
const { buildAgendaItem, buildMeeting, buildOrganisation, buildSeries } = createFactories(harness);
const { buildPerson, change, seated, sit } = createInvitations(harness);

const DAY = 24;
const run = { id: "run", attempt: 1, signal: AbortSignal.any([]) };
const nudge = (meeting: string, parts: Pick<ServiceParts, "transactions"> = service().parts) =>
  nudgeOwners.run({ ...service().parts, ...parts }, { meeting }, run);

/** A process that dies once all is done, and before it could commit. */
const dying = () => ({
  transactions: Object.assign(Object.create(service().parts.transactions), {
    write: (work: (tx: never) => Promise<void>) =>
      service().parts.transactions.write(async (tx) => {
        await work(tx as never);
        throw new Error("killed");
      }),
  }) as ServiceParts["transactions"],
});

/** What one person was told before meetings, the first first. */
async function nudgesOf(person: string): Promise<NoticePayload["item"][]> {
  const payloads = (await told("Notice")).map(({ payload }) => payload as NoticePayload | null);
  return payloads.flatMap((payload) =>
    payload?.people.includes(person) && payload.item.event === "ACTION_NUDGE" ? [payload.item] : [],
  );
}

const within = (hours: number) => ({ localStart: localFromNow(hours), timeZone: "UTC" });
const record = (meeting: string, input: object) =>
  change("recordAction", { meeting, text: "Write", ...input });

/** A meeting of a group that was yesterday, and another one in so many hours. */
async function buildTwo(hours: number, input: { readonly audience?: Audience } = {}) {
  const held = await seated();
  const { group } = held;
  const past = await buildMeeting({ group, ...within(-DAY) });
  const next = await buildMeeting({ group, ...within(hours), ...input });
  return { ...held, past, next };
}

async function jobsFor(meeting: string): Promise<number[]> {
  const [{ schema }]: [{ schema: string }] = await db().query("SELECT current_schema() AS schema");
  const rows = await db().query<{ hours: number }[]>(
    `SELECT round(extract(epoch FROM start_after - now()) / 3600)::int AS hours
     FROM ${jobSchemaOf(schema)}.job
     WHERE name = 'nudge-owners' AND data->'data'->>'meeting' = $1 ORDER BY start_after`,
    [meeting],
  );
  return rows.map(({ hours }) => hours);
}

it("tells each owner once what is open before the next of a series, also when a worker was killed", async () => {
  const { group, organisation, delegate } = await seated();
  const rhythm = { preset: "WEEKLY", byWeekday: true, count: 3 };
  const series = await buildSeries({ group, ...rhythm, ...within(-2 * DAY), title: "Weekly" });
  const query = "query ($id: ID!) { meetingSeries(id: $id) { meetings { nodes { id } } } }";
  const { data } = await execute(query, { id: series, viewer: admin });
  const [past, next, after] = data.meetingSeries.meetings.nodes.map(
    ({ id }: { id: string }) => id,
  ) as [string, string, string];
  const person = await buildPerson();
  await record(past, { organisation, text: "Some day" });
  await record(past, { organisation, text: "First", dueOn: "2020-01-01" });
  await record(past, { organisation, person, text: "By name" });
  const done = await record(past, { organisation, text: "Done" });
  await change("updateAction", { id: done, state: "DONE" });

  await expect(nudge(next, dying())).rejects.toThrow("killed");
  expect(await nudgesOf(delegate)).toEqual([]);
  await Promise.all([nudge(next), nudge(next)]);
  await nudge(next);
  const expected = { event: "ACTION_NUDGE", title: "Weekly", name: null };
  const at = { moment: expect.stringContaining("T") as string, timeZone: "UTC" };
  expect(await nudgesOf(delegate)).toEqual([{ ...expected, text: "First", count: 2, at }]);
  expect(await nudgesOf(person)).toEqual([{ ...expected, text: "By name", count: 1, at }]);

  // It goes to another one: they are told, and whoever was told is not told again.
  const successor = await buildPerson();
  await change("updateAction", { id: await record(past, { person }), person: successor });
  await nudge(next);
  expect(await nudgesOf(successor)).toMatchObject([{ text: "Write", count: 1 }]);
  expect(await nudgesOf(person)).toHaveLength(1);
  // The one after next is not the next.
  await change("updateMeeting", { id: after, localStart: localFromNow(6 * DAY) });
  await nudge(after);
  expect(await nudgesOf(successor)).toHaveLength(1);
});

it("tells nobody of a meeting that is far, called off or hidden from them, nor who sits there no more", async () => {
  const { group, organisation, delegate, seat, past, next } = await buildTwo(9 * DAY);
  await record(past, { organisation });
  await nudge(next);
  expect(await nudgesOf(delegate)).toEqual([]);
  await change("updateMeeting", { id: next, localStart: localFromNow(3 * DAY) });
  await sit({ ...seat, endDate: "2021-01-01" });
  await nudge(next);
  await sit(seat);
  await change("cancelMeeting", { id: next });
  await nudge(next);
  expect(await nudgesOf(delegate)).toEqual([]);

  // Who does not sit there hears of what everybody sees, and of nothing else.
  const stranger = await buildPerson();
  await record(past, { organisation: await buildOrganisation(), person: stranger });
  const hidden = await buildMeeting({ group, ...within(DAY), audience: Audience.ORGANISATION });
  await nudge(hidden);
  expect(await nudgesOf(stranger)).toEqual([]);
  expect(await nudgesOf(delegate)).toHaveLength(1);

  const closed = await buildTwo(DAY);
  const agendaItem = await buildAgendaItem(closed.past);
  await record(closed.past, { organisation: closed.organisation, agendaItem });
  await db().query("UPDATE agenda_item SET is_taken_down = true WHERE id = $1", [agendaItem]);
  await nudge(closed.next);
  expect(await nudgesOf(closed.delegate)).toEqual([]);
});

it("has a job a week before, or an hour later, in the transaction that makes an action or moves a meeting", async () => {
  const { group, organisation, past, next } = await buildTwo(7.5 * DAY);
  expect(await jobsFor(next)).toEqual([]);
  await record(past, { organisation });
  expect(await jobsFor(next)).toEqual([DAY / 2]);
  await change("updateMeeting", { id: next, localStart: localFromNow(2 * DAY) });
  expect(await jobsFor(next)).toEqual([1, DAY / 2]);
  const far = await buildMeeting({ group, ...within(30 * DAY) });
  const soon = await buildMeeting({ group, ...within(DAY) });
  expect([await jobsFor(far), await jobsFor(soon)]).toEqual([[], [1]]);
  for (const day of ["2040-01-01", "2040-01-01"]) await meetings.daily?.(service().parts, day);
  expect([await jobsFor(far), await jobsFor(soon)]).toEqual([[], [0, 1]]);
});

it("asks as much of many actions and owners as of one", async () => {
  const { past, next, organisation } = await buildTwo(DAY);
  await record(past, { organisation });
  const one = await sqlOf(() => nudge(next));
  for (let each = 0; each < 4; each += 1) await record(past, { person: await buildPerson() });
  await record(past, { organisation });
  const many = await sqlOf(() => nudge(next));
  expect(many.length).toBe(one.length);
});
