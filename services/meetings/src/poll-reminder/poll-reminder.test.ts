import { jobSchemaOf } from "@convene/shared/database/provision";
import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { coLeadOf, createFactories } from "../../test/factories.ts";
import { createPolls, FINALISE } from "../../test/polls.ts";
import { meetings } from "../definition.ts";
import { closePoll } from "../poll-ending/poll-ending.job.ts";
import { PollLink } from "../poll-link/poll-link.entity.ts";
import { Poll } from "../poll/poll.entity.ts";
import { remindPoll } from "./poll-reminder.job.ts";
import { reminderTimes } from "./reminder-time.value.ts";

const harness = createHarness(meetings);
const { execute, db, service, told, tell } = harness;
const { buildPerson, buildSeat, buildOrganisation } = createFactories(harness);
const { buildSeats, openPoll, read, answer } = createPolls(harness);

const run = { id: "run", attempt: 1, signal: AbortSignal.any([]) };
const remind = (poll: string, reminder = 1) =>
  remindPoll.run(service().parts, { poll, reminder }, run);

/** What somebody is to be told now, by what has happened. */
async function newsOf(...people: readonly string[]): Promise<string[][]> {
  const notices = await told("Notice");
  return people.map((person) =>
    notices
      .flatMap(({ payload }) => {
        const { people: of, item } = (payload ?? { people: [] }) as {
          people: string[];
          item?: { event: string };
        };
        return of.includes(person) && item ? [item.event] : [];
      })
      .sort(),
  );
}

it("asks all who fill a seat, each by a link of their own, and reminds those alone who are silent", async () => {
  const { group, seats } = await buildSeats(2);
  const [first, second] = seats as [(typeof seats)[0], (typeof seats)[0]];
  const [organisation, delegate, alternate, guest] = [
    await buildOrganisation(),
    await buildPerson(),
    await buildPerson(),
    await buildPerson(),
  ];
  await buildSeat({ group, organisation, delegate, alternate });
  const poll = await openPoll(group, { people: [guest] });
  const all = [first.person, second.person, delegate, alternate, guest];
  expect(await newsOf(...all)).toEqual(all.map(() => ["POLL_ASKED"]));
  const links = await db().manager.findBy(PollLink, { pollId: poll });
  expect(new Set(links.map(({ personId }) => personId))).toEqual(new Set(all));
  // Neither what is told nor what is kept opens a page.
  const notices = JSON.stringify(await told("Notice"));
  for (const { tokenHash } of links) expect(notices).not.toContain(tokenHash);

  await answer(poll, first, ["YES", "NO", "NO"]);
  // What waits to be mailed to them is taken back.
  expect(await newsOf(first.person)).toEqual([[]]);
  await remind(poll);
  expect(await newsOf(...all)).toEqual([[], ...Array(4).fill(["POLL_ASKED", "POLL_REMINDER"])]);
  const before = await told("Notice");
  await remind(poll);
  expect(await told("Notice")).toEqual(before);

  // The delegate answers for the seat: nor is the alternate reminded any more.
  const groups = [{ id: group, role: "MEMBER" as const }];
  const viewer = { ...first.viewer, id: "acc_delegate", person: delegate, groups };
  await answer(poll, { viewer, organisation }, ["YES", "NO", "NO"]);
  expect(await newsOf(delegate, alternate)).toEqual([[], []]);
  // Who sits there since is asked as well.
  const [late, newcomer] = [await buildOrganisation(), await buildPerson()];
  await buildSeat({ group, organisation: late, delegate: newcomer });
  await remind(poll, 2);
  expect(await newsOf(first.person, second.person, alternate)).toEqual([
    [],
    ["POLL_ASKED", "POLL_REMINDER", "POLL_REMINDER"],
    [],
  ]);
});

it("says to those who convene whom no mail reaches, in as many statements for many", async () => {
  const { group, seats } = await buildSeats(3);
  const [account, mailed, silent] = seats as [
    (typeof seats)[0],
    (typeof seats)[0],
    (typeof seats)[0],
  ];
  const payload = { person: account.person, name: "Ada" };
  await tell("identity", { type: "Account", id: "acc_reached", payload });
  await buildPerson({ id: mailed.person, isMailed: true });
  const poll = await openPoll(group, { showsAnswers: true });
  const reached = async (viewer: typeof silent.viewer, first = 9) => {
    const query = `query ($id: ID!) { poll(id: $id) {
      invitations(first: ${first}) { nodes { organisation { id } isReached } } } }`;
    const { data, errors } = await execute(query, { viewer, id: poll });
    expect(errors).toBeUndefined();
    const nodes: { organisation: { id: string }; isReached: boolean | null }[] =
      data?.poll.invitations.nodes;
    const found = new Map(nodes.map((node) => [node.organisation.id, node.isReached]));
    return [account, mailed, silent].map(({ organisation }) => found.get(organisation));
  };
  expect(await reached(coLeadOf(group))).toEqual([true, true, false]);
  expect(await reached(silent.viewer)).toEqual([null, null, null]);
  const cost = async (first: number) =>
    (await harness.sqlOf(() => reached(coLeadOf(group), first))).length;
  expect(await cost(3)).toBe(await cost(1));
});

it("reminds nobody after the deadline, and takes back what waits when it closes", async () => {
  const { group, seats } = await buildSeats(1);
  const [seat] = seats as [(typeof seats)[0]];
  const poll = await openPoll(group);
  await db().manager.update(Poll, poll, { deadline: new Date(Date.now() - 1_000) });
  await remind(poll);
  expect(await newsOf(seat.person)).toEqual([["POLL_ASKED"]]);
  await closePoll.run(service().parts, { poll }, run);
  expect(await newsOf(seat.person)).toEqual([[]]);
});

it("tells all who were asked which time was chosen, and forgets who is gone", async () => {
  const { group, seats } = await buildSeats(2);
  const [first, second] = seats as [(typeof seats)[0], (typeof seats)[0]];
  const poll = await openPoll(group);
  await answer(poll, first, ["YES", "NO", "NO"]);
  const { slots } = await read(poll, coLeadOf(group));
  const input = { id: poll, slot: slots.nodes[0].id };
  expect((await execute(FINALISE, { viewer: coLeadOf(group), input })).errors).toBeUndefined();
  expect(await newsOf(first.person, second.person)).toEqual([["POLL_DECIDED"], ["POLL_DECIDED"]]);
  await tell("stakeholders", { type: "Person", id: second.person, payload: null });
  expect(JSON.stringify(await told("Notice"))).not.toContain(second.person);
  await service().keepToRetention(new Date(Date.now() + 200 * 24 * 3_600_000));
  expect(await newsOf(first.person)).toEqual([[]]);
  expect(await db().manager.countBy(PollLink, { pollId: poll })).toBe(0);
});

it("plans the reminders and the end in the transaction that opens the poll", async () => {
  const { group } = await buildSeats(1);
  const poll = await openPoll(group);
  const [{ schema }]: [{ schema: string }] = await db().query("SELECT current_schema() AS schema");
  const jobs = await db().query<{ name: string; hours: number }[]>(
    `SELECT name, round(extract(epoch FROM start_after - now()) / 3600)::int AS hours
     FROM ${jobSchemaOf(schema)}.job WHERE data->'data'->>'poll' = $1 ORDER BY start_after`,
    [poll],
  );
  expect(jobs).toEqual([
    { name: "remind-poll", hours: 4 * 24 },
    { name: "remind-poll", hours: 6 * 24 },
    { name: "close-poll", hours: 7 * 24 },
  ]);
});

it("reminds between the question and the deadline, in order, and not on the first day of a long poll", () => {
  const day = 24 * 3_600_000;
  const property = fc.property(fc.integer({ min: 1, max: 90 * day }), (length) => {
    const times = reminderTimes(new Date(0), new Date(length)).map((time) => time.getTime());
    expect([...times].sort((one, other) => one - other)).toEqual(times);
    for (const time of times) expect(time > 0 && time < length).toBe(true);
    if (length >= 4 * day) expect(times.every((time) => time >= day)).toBe(true);
    expect(times.length > 0).toBe(length >= day / 6);
  });
  fc.assert(property, { numRuns: 200 });
});
