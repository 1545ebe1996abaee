import type { ServiceParts } from "@convene/shared/service/service-definition";
import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import { eventually } from "../test/eventually.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { adminToken } from "../test/tokens.ts";

let graphs: Graphs;
let token: string;
beforeAll(async () => {
  graphs = await openGraphs();
  token = await adminToken(graphs);
}, OPENING);
afterAll(() => graphs.close());

describe.each(TRANSPORTS)("%s", (transport) => {
  const put = (query: string, variables: object = {}) =>
    ask(graphs.url(transport), { query, variables, token });
  const make = (field: string, input: object, selection = "id") =>
    change(graphs.url(transport), { field, input, selection, token });

  /** Names that no other test, nor the same one on the other transport, gives. */
  const named = (word: string) => `${word} ${transport}`;

  async function found(text: string): Promise<string[]> {
    const { data } = await put(
      `query ($text: String!) { searchOrganisations(text: $text) { nodes { name } } }`,
      { text },
    );
    // Deleted a moment ago, it may still be found: as null, never as a phantom with its id alone.
    return data.searchOrganisations.nodes.map((one: { name: string } | null) => one?.name ?? "");
  }

  it("finds a new organisation within a second, since the feed wakes who follows it", async () => {
    const took: number[] = [];
    for (const word of ["Amberwick", "Bellgrove", "Corriemoor", "Dunthorpe", "Eskerfield"]) {
      const name = named(word);
      await make("createOrganisation", { name });
      took.push(await eventually(async () => (await found(name)).includes(name)));
    }
    // Who only polls needs a second on average; a busy machine may delay one or two of them.
    took.sort((one, other) => one - other);
    expect(took[2]).toBeLessThan(1_000);
  });

  it("finds a renamed organisation by its new name, and not by the old", async () => {
    const [before, after] = [named("Fernhollow"), named("Gorsebank")];
    const { id } = await make("createOrganisation", { name: before });
    await eventually(async () => (await found(before)).includes(before));
    await make("updateOrganisation", { id, name: after });
    await eventually(async () => (await found(after)).includes(after));
    expect(await found(before)).not.toContain(before);
    expect(await found(before)).not.toContain(after);
  });

  it("seats, presents and implements with an organisation right after it was made", async () => {
    const { organisations, groups } = graphs.demo;
    const { id } = await make("createOrganisation", { name: named("Hazelrigg") });
    const seat = { group: groups["services-in-cities"], organisation: id };
    expect(await make("addSeat", seat, "organisation { id }")).toEqual({ organisation: { id } });
    const practice = { title: "P", summary: "S", objectives: [7], implementers: [id] };
    const implementers = "implementers { nodes { id } }";
    expect(await make("createPractice", practice, implementers)).toEqual({
      implementers: { nodes: [{ id }] },
    });
    const tie = { source: id, target: organisations["iom"], type: "FUNDS" };
    expect(await make("proposeRelationship", tie, "source { id }")).toEqual({ source: { id } });
    const item = { meeting: await anyMeeting(), title: "T", durationMinutes: 5, presenter: id };
    expect(await make("addAgendaItem", item, "presenter { id }")).toEqual({ presenter: { id } });
  });

  it("loses a deleted organisation everywhere: no node, no tie, null where it stood alone", async () => {
    const name = named("Inglemere");
    const { id } = await make("createOrganisation", { name, objectives: [7], countries: ["FR"] });
    const group = graphs.demo.groups["services-in-cities"];
    const meeting = await anyMeeting();
    const seat = await make("addSeat", { group, organisation: id });
    const presented = { meeting, title: "T", durationMinutes: 5, presenter: id };
    const item = await make("addAgendaItem", presented);
    await make("recordAttendance", { meeting, organisation: id, status: "ATTENDED" });
    const shared = { title: "P", summary: "S", objectives: [7] };
    const implementers = [id, graphs.demo.organisations["iom"]];
    const practice = await make("createPractice", { ...shared, implementers });
    await settle(graphs.opened);
    const ids = { id, group, meeting, seat: seat.id, item: item.id, practice: practice.id };
    const stood = await standing(ids);
    expect(stood.organisation).toEqual({ id, seats: { totalCount: 1 } });
    expect(stood.seat).toEqual({ id: seat.id });
    expect(stood.presenter).toEqual({ id });
    for (const list of Object.values(stood.lists)) expect(list).toContain(id);

    await make("deleteOrganisation", { id });
    await eventually(async () => (await found(name)).length === 0);
    await settle(graphs.opened);
    const stands = await standing(ids);
    expect(stands).toMatchObject({ organisation: null, node: null, seat: null, presenter: null });
    for (const [list, held] of Object.entries(stands.lists)) {
      expect({ list, held }).toEqual({ list, held: expect.not.arrayContaining([id]) });
      expect({ list, held }).toEqual({ list, held: expect.not.arrayContaining([null]) });
      expect({ list, of: held.length }).toEqual({ list, of: (stood.lists[list]?.length ?? 0) - 1 });
    }
    const again = await tryChange(graphs.url(transport), {
      field: "addSeat",
      input: { group, organisation: id },
      token,
    });
    expect(codeOf(again)).toBe("NOT_FOUND");
  });

  it("moves what names an organisation in every service when it is merged, and back", async () => {
    const { id: from } = await make("createOrganisation", { name: named("Jedbrook") });
    const { id: into } = await make("createOrganisation", { name: named("Jedbrooke") });
    const group = graphs.demo.groups["services-in-cities"];
    const seat = await make("addSeat", { group, organisation: from });
    const item = await make("addAgendaItem", {
      ...{ meeting: await anyMeeting(), title: "T", durationMinutes: 5, presenter: from },
    });
    const written = { title: "P", summary: "S", objectives: [7], implementers: [from] };
    const practice = await make("createPractice", written);
    const lists = ["stakeholderEdges", "groupEdges", "meetingEdges", "practiceEdges"];
    const edges = `into { id } ${lists.map((name) => `${name} { nodes { key stays } }`).join(" ")}`;
    const plan = await make("mergeOrganisations", { from, into, dryRun: true }, edges);
    expect(plan).toMatchObject({
      into: { id: into },
      groupEdges: { nodes: [{ key: seat.id, stays: false }] },
      meetingEdges: { nodes: [{ key: item.id, stays: false }] },
      practiceEdges: { nodes: [{ key: practice.id, stays: false }] },
    });
    const isWith = async (id: string) => {
      const { data } = await put(
        `query ($id: ID!, $from: ID!, $item: ID!, $practice: ID!) {
          old: node(id: $from) { id } organisation(id: $id) { seats { nodes { id } } }
          agendaItem(id: $item) { presenter { id } }
          practice(id: $practice) { implementers { nodes { id } } } }`,
        { id, from, item: item.id, practice: practice.id },
      );
      return (
        data.old?.id === id &&
        data.organisation?.seats?.nodes[0]?.id === seat.id &&
        data.agendaItem?.presenter?.id === id &&
        data.practice?.implementers?.nodes[0]?.id === id
      );
    };
    const { id: merge } = await make("mergeOrganisations", { from, into });
    await eventually(() => isWith(into));
    await make("undoOrganisationMerge", { merge });
    await eventually(() => isWith(from));
  });

  /** Where an organisation stands in the services that are not its own. */
  async function standing(ids: Record<string, string | undefined>) {
    const { data, errors } = await put(
      `query ($id: ID!, $group: ID!, $meeting: ID!, $item: ID!, $practice: ID!, $seat: ID!) {
        organisation(id: $id) { id seats { totalCount } } node(id: $id) { id }
        seat: node(id: $seat) { id } agendaItem(id: $item) { presenter { id } }
        workingGroup(id: $group) { members(first: 100) { totalCount nodes { id } }
          seats(first: 100) { totalCount nodes { organisation { id } } } }
        meeting(id: $meeting) {
          attendance(first: 100) { totalCount nodes { organisation { id } } } }
        practice(id: $practice) { implementers { totalCount nodes { id } } }
        neighbourhood(of: $group) { nodes { id node { id } } }
        searchOrganisations(first: 100, filter: { workingGroups: { anyOf: [$group] } }) {
          totalCount nodes { id } } }`,
      ids,
    );
    expect(errors).toBeUndefined();
    const { workingGroup, meeting, practice, neighbourhood, searchOrganisations } = data;
    const idOf = (one: { id: string } | null) => one?.id ?? null;
    const ofTies = (ties: { nodes: { organisation: { id: string } | null }[] }) =>
      ties.nodes.map(({ organisation }) => idOf(organisation));
    const lists: Record<string, (string | null)[]> = {
      members: workingGroup.members.nodes.map(idOf),
      seats: ofTies(workingGroup.seats),
      attendance: ofTies(meeting.attendance),
      implementers: practice.implementers.nodes.map(idOf),
      neighbourhood: neighbourhood.nodes.map(({ node }: { node: { id: string } }) => idOf(node)),
      found: searchOrganisations.nodes.map(idOf),
    };
    const counted = [workingGroup.members, workingGroup.seats, meeting.attendance];
    for (const { totalCount, nodes } of [...counted, practice.implementers, searchOrganisations]) {
      expect(totalCount).toBe(nodes.length);
    }
    const { organisation, node, seat, agendaItem } = data;
    return { organisation, node, seat, presenter: agendaItem.presenter, lists };
  }

  async function anyMeeting(): Promise<string> {
    const { data } = await put(`{ upcomingMeetings(first: 1) { nodes { id } } }`);
    return data.upcomingMeetings.nodes[0].id;
  }
});

describe("rebuild", () => {
  /** All rows of a service's tables, but those that keep the book of its feeds, or of its writes. */
  async function contents({ db }: ServiceParts): Promise<Record<string, string[]>> {
    const tables = await db.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = current_schema()
         AND table_name NOT IN ('outbox', 'feed_position')
         AND table_name NOT LIKE 'audit\\_%' ORDER BY 1`,
    );
    const rows: Record<string, string[]> = {};
    for (const { name } of tables) {
      const sql = `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`;
      rows[name] = (await db.query<{ row: string }[]>(sql)).map(({ row }) => row);
    }
    return rows;
  }

  it("makes the very tables of discovery that following the feeds had made", async () => {
    await settle(graphs.opened);
    const { parts } = graphs.opened.services.discovery;
    const followed = await contents(parts);
    expect(followed["tie"]?.length).toBeGreaterThan(100);
    expect(followed["organisation_document"]?.length).toBeGreaterThan(30);
    const counts = await parts.feeds.rebuild();
    expect(await contents(parts)).toEqual(followed);
    const sources = ["meetings", "practices", "stakeholders", "working-groups"];
    expect(Object.keys(counts).sort()).toEqual(sources);
  });

  it.each(["working-groups", "meetings", "practices"] as const)(
    "leaves %s as it was, with its replicas",
    async (name) => {
      await settle(graphs.opened);
      const { parts } = graphs.opened.services[name];
      const followed = await contents(parts);
      await parts.feeds.rebuild();
      expect(await contents(parts)).toEqual(followed);
    },
  );
});
