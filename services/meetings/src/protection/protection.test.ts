import { Audience, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { createFactories, inNetwork, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { convenerGroups } from "./protection.replica.ts";

const harness = createHarness(meetings);
const { db, execute, tell, told } = harness;
const { buildGroup, buildMeeting, buildNetwork, buildSeries } = createFactories(harness);

const READ = `query ($id: ID!) { meeting(id: $id) { id } }`;

const sees = async (viewer: Viewer | null, id: string): Promise<boolean> =>
  (await execute(READ, { viewer, id })).data?.meeting !== null;

const changeOf = async (type: string, id: string) =>
  (await told(type)).find((change) => change.id === id);

const protectionOf = async (type: string, id: string): Promise<unknown> =>
  Object((await changeOf(type, id))?.payload).protection;

const actsFor = (id: string): Viewer => buildViewer({ organisations: [{ id, role: "DELEGATE" }] });

describe("when a group changes", () => {
  it("its series and meetings are seen, and told, by what it now is", async () => {
    const [network, seat] = [await buildNetwork(), newId("org")];
    const group = await buildGroup({ network });
    const series = await buildSeries({ group, audience: Audience.NETWORK });
    const id = await buildMeeting({ group, audience: Audience.NETWORK });
    expect(await sees(inNetwork(network), id)).toBe(true);
    expect(await sees(actsFor(seat), id)).toBe(false);
    const audience = Audience.ORGANISATION;
    await buildGroup({ id: group, audience, organisations: [seat], network });
    expect(await sees(inNetwork(network), id)).toBe(false);
    expect(await sees(actsFor(seat), id)).toBe(true);
    const protection = { audience, organisations: [seat], networks: [network] };
    expect(await protectionOf("Meeting", id)).toEqual(protection);
    expect(await protectionOf("MeetingSeries", series)).toEqual(protection);
  });

  it("and is gone, only administrators see its meetings; and all again when it is back", async () => {
    const group = await buildGroup();
    const id = await buildMeeting({ group });
    expect(await sees(null, id)).toBe(true);
    await tell("working-groups", { type: "WorkingGroup", id: group, payload: null });
    expect(await sees(null, id)).toBe(false);
    expect(await sees(seatedIn(group), id)).toBe(false);
    expect(await sees(admin, id)).toBe(true);
    const nobody = { audience: "NOBODY", organisations: [], networks: [] };
    expect(await protectionOf("Meeting", id)).toEqual(nobody);
    await buildGroup({ id: group });
    expect(await sees(null, id)).toBe(true);
  });

  it("its meetings go with it into another network", async () => {
    const [from, to] = [await buildNetwork(), await buildNetwork()];
    const group = await buildGroup({ network: from });
    const id = await buildMeeting({ group, audience: Audience.NETWORK });
    await buildGroup({ id: group, network: to });
    expect(await sees(inNetwork(from), id)).toBe(false);
    expect(await sees(inNetwork(to), id)).toBe(true);
    expect(Object((await changeOf("Meeting", id))?.payload).network).toBe(to);
  });

  it("in nothing that matters here, nothing is told again", async () => {
    const group = await buildGroup();
    const id = await buildMeeting({ group });
    const before = await changeOf("Meeting", id);
    await buildGroup({ id: group });
    expect(await changeOf("Meeting", id)).toEqual(before);
  });
});

describe("when a network changes", () => {
  it("its own meetings follow it, those of its groups do not", async () => {
    const network = await buildNetwork();
    const own = await buildMeeting({ network });
    const ofGroup = await buildMeeting({ group: await buildGroup({ network }) });
    await buildNetwork({ id: network, audience: Audience.NETWORK });
    expect(await sees(null, own)).toBe(false);
    expect(await sees(inNetwork(network), own)).toBe(true);
    expect(await sees(null, ofGroup)).toBe(true);
    await tell("stakeholders", { type: "Network", id: network, payload: null });
    expect(await sees(inNetwork(network), own)).toBe(false);
    expect(await protectionOf("Meeting", own)).toMatchObject({ audience: "NOBODY" });
  });
});

it("comes to the same when the feeds are read again from their start", async () => {
  const network = await buildNetwork();
  const group = await buildGroup({ network, audience: Audience.NETWORK });
  const ids = [await buildMeeting({ group }), await buildMeeting({ network })];
  const protections = () => Promise.all(ids.map((id) => protectionOf("Meeting", id)));
  const before = await protections();
  await harness.service().parts.feeds.rebuild();
  expect(await protections()).toEqual(before);
  expect(await sees(inNetwork(network), ids[0] ?? "")).toBe(true);
  expect(await sees(null, ids[0] ?? "")).toBe(false);
});

it("hides the meetings of a group that a feed does not tell any more", async () => {
  const id = await buildMeeting({ group: await buildGroup() });
  await db().transaction((manager) => convenerGroups.clear(manager));
  expect(await sees(null, id)).toBe(false);
  await harness.service().parts.feeds.rebuild();
  expect(await sees(null, id)).toBe(true);
});

it("never shows a meeting wider than its group, whatever was chosen", async () => {
  for (const audience of [Audience.NETWORK, Audience.ORGANISATION, Audience.NOBODY]) {
    const id = await buildMeeting({ group: await buildGroup({ audience }) });
    expect(await sees(null, id)).toBe(false);
  }
});

it("follows a change that comes while a meeting is being made", async () => {
  const group = await buildGroup();
  const making = Array.from({ length: 8 }, () => buildMeeting({ group }));
  const hiding = buildGroup({ id: group, audience: Audience.NOBODY });
  const made = await Promise.allSettled([...making, hiding]);
  for (const result of made.slice(0, 8)) {
    if (result.status === "fulfilled") expect(await sees(null, result.value)).toBe(false);
  }
});

it("lists exactly what the rule lets each viewer see", async () => {
  const organisations = [newId("org"), newId("org")];
  const networks = [await buildNetwork(), await buildNetwork()];
  const groups: string[] = [];
  for (const audience of CHOSEN_AUDIENCES) {
    const told = { audience, organisations: organisations.slice(1), network: networks[0] ?? null };
    const group = await buildGroup(told);
    groups.push(group);
    for (const chosen of CHOSEN_AUDIENCES) await buildMeeting({ group, audience: chosen });
  }
  for (const audience of CHOSEN_AUDIENCES) {
    await buildMeeting({ network: networks[1], audience });
  }
  const rows = await db().manager.find(Meeting);
  const held = <T extends string>(of: readonly string[], ...roles: T[]) =>
    fc.array(fc.record({ id: fc.constantFrom(...of), role: fc.constantFrom(...roles) }), {
      maxLength: 3,
    });
  const viewers = fc
    .record({
      organisations: held(organisations, "OWNER", "EDITOR", "DELEGATE"),
      groups: held(groups, "CO_LEAD", "MEMBER", "OBSERVER"),
      networks: held(networks, "SECRETARIAT", "MEMBER"),
    })
    .map(buildViewer);
  const LIST = `{ meetings(first: 100) { totalCount nodes { id } } }`;
  await fc.assert(
    fc.asyncProperty(fc.option(viewers), async (viewer) => {
      const { data } = await execute(LIST, { viewer });
      const listed = data?.meetings.nodes.map(({ id }: { id: string }) => id).sort();
      const visible = rows.filter((row) => canSeeConvened(viewer, row)).map(({ id }) => id);
      expect(listed).toEqual(visible.sort());
      expect(data?.meetings.totalCount).toBe(visible.length);
    }),
    { numRuns: 25 },
  );
});
