import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { tokenOf } from "../test/tokens.ts";

/** The very queries of the README. */
const query = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../docs/queries/${name}.graphql`), "utf8");

interface Presenter {
  readonly practices: { readonly nodes: readonly { title: string }[] };
  readonly partners: { readonly nodes: readonly { name: string }[] };
}

let graphs: Graphs;
beforeAll(async () => {
  graphs = await openGraphs();
}, OPENING);
afterAll(() => graphs.close());

describe.each(TRANSPORTS)("%s", (transport) => {
  const put = (question: Parameters<typeof ask>[1]) => ask(graphs.url(transport), question);

  it("answers upcoming meetings with group, members, agenda, presenters, their practices and partners", async () => {
    const { data, errors } = await put({ query: query("1-query-the-graph") });
    expect(errors).toBeUndefined();
    const meetings = data.upcomingMeetings.nodes;
    expect(meetings).toHaveLength(2);
    for (const meeting of meetings) {
      expect(Date.parse(meeting.startsAt)).toBeGreaterThan(Date.now());
      expect(meeting.group.members.nodes[0].name).toEqual(expect.any(String));
    }
    const presenters: Presenter[] = meetings
      .flatMap(
        ({ agenda }: { agenda: { nodes: { presenter: Presenter | null }[] } }) => agenda.nodes,
      )
      .flatMap(({ presenter }: { presenter: Presenter | null }) => presenter ?? []);
    expect(presenters.flatMap(({ practices }) => practices.nodes)).toContainEqual({
      title: expect.any(String),
    });
    expect(presenters.flatMap(({ partners }) => partners.nodes)).toContainEqual({
      name: expect.any(String),
    });
  });

  it("makes a quarterly series whose occurrences keep the wall clock in London", async () => {
    const token = await tokenOf(graphs, "group-co-lead");
    const group = await groupOf("UK-3", token);
    const variables = { group, localStart: "2027-01-14T14:00:00" };
    const { data, errors } = await put({
      query: query("2-schedule-the-quarter"),
      variables,
      token,
    });
    expect(errors).toBeUndefined();
    expect(data.createMeetingSeries.meetings.nodes).toEqual([
      seen("2027-01-14", { utc: "14:00", nairobi: "17:00", newYork: "09:00", manila: "22:00" }),
      seen("2027-04-14", { utc: "13:00", nairobi: "16:00", newYork: "09:00", manila: "21:00" }),
      seen("2027-07-14", { utc: "13:00", nairobi: "16:00", newYork: "09:00", manila: "21:00" }),
      seen("2027-10-14", { utc: "13:00", nairobi: "16:00", newYork: "09:00", manila: "21:00" }),
    ]);
  });

  it("lets nobody schedule without a role in the group", async () => {
    const token = await tokenOf(graphs, "organisation-editor");
    const variables = { group: await groupOf("UK-3", token), localStart: "2027-01-14T14:00:00" };
    const mutation = { query: query("2-schedule-the-quarter"), variables };
    const anonymous = await put(mutation);
    expect(anonymous.errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
    const outsider = await put({ ...mutation, token });
    expect(outsider.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  });

  it("finds partners on an objective in another country, ranked, each with its reasons", async () => {
    const { data: found } = await put({
      query: `{ searchOrganisations(first: 1, text: "Greenlatch") { nodes { id countries } } }`,
    });
    const [seeker] = found.searchOrganisations.nodes;
    const { data, errors } = await put({
      query: query("3-find-partners"),
      variables: { for: seeker.id },
    });
    expect(errors).toBeUndefined();
    const { nodes } = data.findPartners;
    expect(nodes.length).toBeGreaterThan(0);
    const scores = nodes.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    for (const { organisation, reasons } of nodes) {
      const elsewhere = organisation.countries.filter(
        (country: string) => !seeker.countries.includes(country),
      );
      expect(elsewhere).not.toEqual([]);
      expect(reasons).toContainEqual({ sentence: expect.stringMatching(/objectives?.*\b13\b/) });
    }
  });

  it("reads the network: over whom one gets there, who holds it together, and its gaps", async () => {
    const { data: found } = await put({
      query: `{ from: searchOrganisations(first: 1, text: "Greenlatch") { nodes { id } }
        to: searchOrganisations(first: 1, text: "UNHCR") { nodes { id } } }`,
    });
    const [from, to] = [found.from.nodes[0].id, found.to.nodes[0].id];
    const { data, errors } = await put({
      query: query("4-read-the-network"),
      variables: { from, to },
    });
    expect(errors).toBeUndefined();
    const [path] = data.connect.paths;
    expect(path.steps.at(-1)).toMatchObject({
      to,
      sentence: expect.any(String),
      node: { name: expect.any(String) },
    });
    expect(data.networkMetrics.nodes.nodes).toHaveLength(3);
    expect(data.coverage.cells).toHaveLength(2 * 23);
  });

  const groupOf = async (code: string, token: string): Promise<string> => {
    const { data } = await put({
      query: `query ($code: String!) {
        workingGroups(filter: { codes: { anyOf: [$code] } }) { nodes { id } }
      }`,
      variables: { code },
      token,
    });
    return data.workingGroups.nodes[0].id;
  };
});

/** One occurrence at 14:00 in London. */
const seen = (day: string, clocks: Record<"utc" | "nairobi" | "newYork" | "manila", string>) => ({
  startsAt: `${day}T${clocks.utc}:00.000Z`,
  london: `${day}T14:00:00`,
  nairobi: `${day}T${clocks.nairobi}:00`,
  newYork: `${day}T${clocks.newYork}:00`,
  manila: `${day}T${clocks.manila}:00`,
});
