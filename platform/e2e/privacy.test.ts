import { type Answer, ask, change } from "../test/ask.ts";
import {
  type Graphs,
  openGraphs,
  OPENING,
  type Transport,
  TRANSPORTS,
} from "../test/open-graphs.ts";
import { plantSafeHouse } from "../test/safe-house.ts";
import { settle } from "../test/settle.ts";
import { type Standing, sweep } from "../test/sweep.ts";
import { adminToken, demoPersonToken, demoViewers, tokenOf } from "../test/tokens.ts";

/** All who must not learn that there is a safe house; the secretariat of its network among them. */
const OUTSIDERS = ["anonymous", ...demoViewers] as const;
type Outsider = (typeof OUTSIDERS)[number];
type Swept = Record<Outsider, Map<string, Answer>>;

/** The safe house of the demo network, and its manager. */
const WRENFIELD = /wrenfield|safe accommodation|name withheld/i;

let graphs: Graphs;
let admin: string;
let hidden: { readonly organisation: string; readonly person: string };
let before: Swept;
const after = new Map<Transport, Swept>();

beforeAll(async () => {
  graphs = await openGraphs();
  admin = await adminToken(graphs);
  const url = graphs.url("in process");
  const { meetings } = await nodes(`{ meetings(first: 1) { nodes { id } } }`);
  const input = { meeting: meetings.nodes[0].id, title: "Any other business", durationMinutes: 5 };
  const item = await change(url, { field: "addAgendaItem", input, token: admin });
  await settle(graphs.opened);
  before = await sweepAll("in process");
  hidden = await plantSafeHouse({ url, token: admin, demo: graphs.demo, agendaItem: item.id });
  await settle(graphs.opened);
  for (const transport of TRANSPORTS) after.set(transport, await sweepAll(transport));
}, 2 * OPENING);
afterAll(() => graphs.close());

const tokenOfOutsider = async (outsider: Outsider) =>
  outsider === "anonymous" ? {} : { token: await tokenOf(graphs, outsider) };

async function sweepAll(transport: Transport): Promise<Swept> {
  const swept = OUTSIDERS.map(async (outsider) => {
    const looking = { url: graphs.url(transport), ...(await tokenOfOutsider(outsider)) };
    return [outsider, await sweep(looking, standing())];
  });
  return Object.fromEntries(await Promise.all(swept));
}

function standing(): Standing {
  const { organisations, groups } = graphs.demo;
  // What the safe houses are tied to, and who looks for partners from abroad.
  const keys = [
    "hearthlight-advice",
    "emberhill-welcome",
    "port-averley-council",
    "zellij-solidaire",
  ];
  return {
    organisations: keys.map((key) => organisations[key] ?? ""),
    others: ["pathways-and-protection", "services-in-cities"].map((key) => groups[key] ?? ""),
  };
}

const nodes = async (query: string): Promise<Answer["data"]> =>
  (await ask(graphs.url("in process"), { query, token: admin })).data;

describe.each(TRANSPORTS)("%s", (transport) => {
  const put = (question: Parameters<typeof ask>[1]) => ask(graphs.url(transport), question);
  const seen = (outsider: Outsider) =>
    after.get(transport)?.[outsider] ?? new Map<string, Answer>();

  describe.each(OUTSIDERS)("%s", (outsider) => {
    it("is answered every question of the sweep", () => {
      for (const [question, { errors }] of seen(outsider)) {
        expect({ question, errors }).toEqual({ question, errors: undefined });
      }
    });

    it("is told the same whether or not there is a hidden organisation with every kind of tie", () => {
      expect(seen(outsider)).toEqual(before[outsider]);
    });

    it("finds neither name nor id of what is hidden in any list, edge, count, facet or reason", () => {
      const told = JSON.stringify([...seen(outsider).values()]);
      expect(told).not.toMatch(WRENFIELD);
      expect(told).not.toMatch(/lantern yard/i);
      for (const id of hiddenIds()) expect(told).not.toContain(id);
    });

    it("gets null for its id, and no hit for its name", async () => {
      const token = await tokenOfOutsider(outsider);
      const query = `query ($org: ID!, $person: ID!, $ids: [ID!]!) {
        organisation(id: $org) { id } organisationByIdentifier(scheme: "test", value: "hidden") { id }
        organisations(filter: { ids: $ids }) { totalCount nodes { id } } person(id: $person) { id }
        one: node(id: $org) { id } other: node(id: $person) { id } nodes(ids: $ids) { id }
        neighbourhood(of: $org) { nodes { id } } findPartners(for: $org) { totalCount }
        searchOrganisations(text: "Lantern Yard") { totalCount nodes { id }
          facets { countries { value count } } }
        related: searchOrganisations(filter: { relatedTo: { organisation: $org } }) { totalCount } }`;
      for (const [org = "", person = ""] of hiddenPairs()) {
        const { data } = await put({
          ...token,
          query,
          variables: { org, person, ids: [org, person] },
        });
        expect(data).toEqual({
          organisation: null,
          organisationByIdentifier: null,
          organisations: { totalCount: 0, nodes: [] },
          person: null,
          one: null,
          other: null,
          nodes: [null, null],
          neighbourhood: null,
          findPartners: null,
          searchOrganisations: { totalCount: 0, nodes: [], facets: { countries: [] } },
          related: { totalCount: 0 },
        });
      }
    });
  });

  it("sweeps through doors that do tell, to whoever may know", async () => {
    const told = await sweep({ url: graphs.url(transport), token: admin }, standing());
    const telling = [...told.values()].filter((answer) => {
      const text = JSON.stringify(answer);
      return hiddenIds().some((id) => text.includes(id));
    });
    // All but the questions about groups, series, and the name of something else.
    expect(telling.length).toBeGreaterThanOrEqual(told.size - 3);
  });

  it("shows the safe house to its own manager and to administrators, through the same doors", async () => {
    const id = graphs.demo.organisations["wrenfield-house"];
    const query = `query ($id: ID!) {
      organisation(id: $id) { name roles { nodes { title person { name } } }
        seats { nodes { delegate { name } } } relationships { totalCount } viewerCanEdit }
      node(id: $id) { id } findPartners(for: $id) { nodes { score } }
      neighbourhood(of: $id) { nodes { id } }
      searchOrganisations(text: "Wrenfield") { totalCount nodes { name } }
      organisations(filter: { ids: [$id] }) { totalCount } }`;
    const manager = await demoPersonToken(graphs, "manager-of-wrenfield");
    for (const token of [manager, admin]) {
      const { data, errors } = await put({ query, variables: { id }, token });
      expect(errors).toBeUndefined();
      expect(data.organisation).toMatchObject({
        name: "Wrenfield House",
        roles: { nodes: [{ title: "Manager", person: { name: "Manager, name withheld" } }] },
        seats: { nodes: [{ delegate: { name: "Manager, name withheld" } }] },
        relationships: { totalCount: 2 },
        viewerCanEdit: true,
      });
      expect(data.node).toEqual({ id });
      expect(data.findPartners.nodes).not.toEqual([]);
      expect(data.neighbourhood.nodes.length).toBeGreaterThan(3);
      expect(data.searchOrganisations.nodes).toEqual([{ name: "Wrenfield House" }]);
      expect(data.organisations.totalCount).toBe(1);
    }
  });

  it("keeps the title of a role whose holder is hidden, without the name", async () => {
    const id = graphs.demo.organisations["hearthlight-advice"];
    const query = `query ($id: ID!) { organisation(id: $id) {
      roles { totalCount nodes { title person { name } } } } }`;
    const { data } = await put({ query, variables: { id } });
    expect(data.organisation.roles).toEqual({
      totalCount: 2,
      nodes: expect.arrayContaining([
        { title: "Director", person: { name: "Ifeoma Hartwell" } },
        { title: "Senior caseworker", person: null },
      ]),
    });
  });
});

const hiddenPairs = (): (string | undefined)[][] => {
  const { organisations, people } = graphs.demo;
  return [
    [organisations["wrenfield-house"], people["manager-of-wrenfield"]],
    [hidden.organisation, hidden.person],
  ];
};
const hiddenIds = () => hiddenPairs().flatMap((pair) => pair.flatMap((id) => id ?? []));
