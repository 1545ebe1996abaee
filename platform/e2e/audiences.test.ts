import { newId } from "@convene/shared/type-id";
import { type Answer, ask, change, tryChanges } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { adminToken, personToken } from "../test/tokens.ts";

const AUDIENCES = ["PUBLIC", "NETWORK", "ORGANISATION", "NOBODY"] as const;
type Audience = (typeof AUDIENCES)[number];
type Kind = "organisation" | "person" | "network" | "series";
type ByAudience = Record<Audience, string>;

const all = AUDIENCES;
const none = ["PUBLIC"] as const;
const network = ["PUBLIC", "NETWORK"] as const;
const inside = ["PUBLIC", "NETWORK", "ORGANISATION"] as const;

/**
 * Which audiences each viewer sees, by the kind of what has the audience. A `delegate` and an `owner`
 * act for all the organisations, and for that of the people; a `member` for another one, which is in
 * the networks. Members of the network that convenes see all its series: it is theirs.
 */
const SEEN: Record<string, Record<Kind, readonly Audience[]>> = {
  anonymous: { organisation: none, person: none, network: none, series: none },
  stranger: { organisation: none, person: none, network: none, series: none },
  member: { organisation: network, person: network, network, series: all },
  delegate: { organisation: inside, person: inside, network: none, series: all },
  owner: { organisation: all, person: all, network: none, series: all },
  admin: { organisation: all, person: all, network: all, series: all },
};
const VIEWERS = Object.keys(SEEN);

/** One for each audience, and spoken by no organisation of the demo network. */
const LANGUAGES: ByAudience = { PUBLIC: "is", NETWORK: "mt", ORGANISATION: "ga", NOBODY: "lb" };

let graphs: Graphs;
let ids: Record<Kind | "meeting", ByAudience>;
let hall: string;
let guest: string;
let council: string;
let group: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  graphs = await openGraphs();
  const token = await adminToken(graphs);
  const make = async (field: string, input: object): Promise<string> =>
    (await change(graphs.url("in process"), { field, input, token })).id;
  const each = async (one: (audience: Audience) => Promise<string>): Promise<ByAudience> => {
    const made: [Audience, string][] = [];
    for (const audience of AUDIENCES) made.push([audience, await one(audience)]);
    return Object.fromEntries(made) as ByAudience;
  };
  group = Object.values(graphs.demo.groups)[0] ?? "";
  council = await make("createNetwork", { name: "Council", kind: "GLOBAL", audience: "PUBLIC" });
  hall = await make("createOrganisation", { name: "Hall", audience: "PUBLIC" });
  guest = await make("createOrganisation", { name: "Guest", audience: "PUBLIC" });
  await make("addNetworkMember", { network: council, organisation: guest });
  const person = await each(async (audience) => {
    const id = await make("createPerson", { name: `Somebody of ${audience}`, audience });
    await make("addRole", { organisation: hall, person: id, title: "Clerk" });
    await make("addNetworkMember", { network: council, person: id });
    return id;
  });
  const organisation = await each(async (audience) => {
    const named = { name: `Quillstone ${audience}`, languages: [LANGUAGES[audience]] };
    const id = await make("createOrganisation", { ...named, audience });
    await make("addNetworkMember", { network: council, organisation: id });
    await make("proposeRelationship", { type: "PARTNER", source: hall, target: id });
    await settle(graphs.opened);
    await make("addSeat", { group, organisation: id, delegate: person[audience] });
    return id;
  });
  const networks = await each(async (audience) => {
    const id = await make("createNetwork", { name: `Of ${audience}`, kind: "GLOBAL", audience });
    await make("addNetworkMember", { network: id, organisation: guest });
    return id;
  });
  await settle(graphs.opened);
  const series = await each((audience) =>
    make("createMeetingSeries", {
      ...{ network: council, title: "Quarterly", preset: "QUARTERLY", count: 1, audience },
      ...{ localStart: "2041-01-10T10:00:00", timeZone: "Europe/London", durationMinutes: 60 },
    }),
  );
  const meeting = await each(async (audience) => {
    const query = `{ meetingSeries(id: "${series[audience]}") { meetings { nodes { id } } } }`;
    const { data } = await ask(graphs.url("in process"), { query, token });
    return data.meetingSeries.meetings.nodes[0].id;
  });
  ids = { organisation, person, network: networks, series, meeting };
  const acting = { member: [guest], delegate: [hall, ...Object.values(organisation)] };
  const roles = { stranger: [], ...acting, owner: acting.delegate };
  for (const [name, organisations] of Object.entries(roles)) {
    const id = await make("createPerson", { name, audience: "PUBLIC" });
    const access = name === "owner" ? "OWNER" : "DELEGATE";
    for (const one of organisations) {
      await make("addRole", { organisation: one, person: id, title: "Acts", access });
    }
    tokens[name] = await personToken(graphs, id);
  }
  tokens["admin"] = token;
  await settle(graphs.opened);
}, OPENING);
afterAll(() => graphs.close());

/** By its id alone: as itself, and as a node. */
const direct = (field: string, of: Kind): string =>
  [
    ...AUDIENCES.map((audience) => `${audience}: ${field}(id: "${ids[of][audience]}") { id }`),
    `nodes(ids: ${JSON.stringify(Object.values(ids[of]))}) { id }`,
  ].join(" ");

/** Every path by which each kind is reached. Those named `all…` count nothing else. */
const PATHS: Record<Kind, () => string> = {
  organisation: () => `{ ${direct("organisation", "organisation")}
    allListed: organisations(filter: { ids: ${JSON.stringify(Object.values(ids.organisation))} }) {
      totalCount nodes { id } }
    allFound: searchOrganisations(text: "Quillstone") { totalCount nodes { id }
      facets { languages { value count } } }
    partners: organisation(id: "${hall}") { partners(first: 100) { nodes { id } } }
    ties: organisation(id: "${hall}") { relationships { nodes { source { id } target { id } } } }
    members: network(id: "${council}") { members(first: 100) { nodes { organisation { id } } } }
    seats: workingGroup(id: "${group}") { seats(first: 100) { nodes { organisation { id } } } }
    group: workingGroup(id: "${group}") { members(first: 100) { nodes { id } } }
    around: neighbourhood(of: "${hall}") { nodes { id } } }`,
  person: () => `{ ${direct("person", "person")}
    list: people(first: 100) { nodes { id } }
    roles: organisation(id: "${hall}") { roles(first: 100) { nodes { person { id } } } }
    members: network(id: "${council}") { members(first: 100) { nodes { person { id } } } }
    seats: workingGroup(id: "${group}") { seats(first: 100) { nodes { delegate { id } } } } }`,
  network: () => `{ ${direct("network", "network")}
    list: networks(first: 100) { nodes { id } }
    memberships: organisation(id: "${guest}") { networks(first: 100) { nodes { network { id } } } }
    around: neighbourhood(of: "${guest}") { nodes { id } } }`,
  series: () => `{ ${direct("meetingSeries", "series")}
    allListed: allMeetingSeries(filter: { networks: { anyOf: ["${council}"] } }) {
      totalCount nodes { id } }
    allMeetings: meetings(filter: { networks: { anyOf: ["${council}"] } }) {
      totalCount nodes { series { id } } }
    upcoming: upcomingMeetings(first: 100) { nodes { series { id } } }
    nested: network(id: "${council}") { meetings(first: 100) { nodes { series { id } } } } }`,
};

const tokenFor = (viewer: string) => {
  const token = tokens[viewer];
  return token === undefined ? {} : { token };
};

/** By which audiences something is told on each path, and how many are counted. */
function told(data: Answer["data"], kind: Kind) {
  const { PUBLIC, NETWORK, ORGANISATION, NOBODY, ...paths } = data;
  const texts = { direct: [PUBLIC, NETWORK, ORGANISATION, NOBODY], ...paths };
  return Object.entries<{ totalCount?: number } | null>(texts).map(([path, value]) => {
    const text = JSON.stringify(value);
    const seen = AUDIENCES.filter((audience) => text.includes(ids[kind][audience]));
    return { path, seen, count: path.startsWith("all") ? value?.totalCount : seen.length };
  });
}

/** The read model does not know who sits in a network: it finds them what the audience lets them see. */
function asNode(kind: Kind, viewer: string): readonly Audience[] {
  const seen = SEEN[viewer]?.[kind] ?? [];
  return kind === "series" && viewer !== "admin" ? seen.slice(0, 2) : seen;
}

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);

  describe.each(VIEWERS)("%s", (viewer) => {
    it.each(["organisation", "person", "network", "series"] as const)(
      "is told of each audience of %s what the rule says, and that on every path",
      async (kind) => {
        const expected = SEEN[viewer]?.[kind] ?? [];
        const { data, errors } = await ask(url(), { query: PATHS[kind](), ...tokenFor(viewer) });
        expect(errors).toBeUndefined();
        for (const found of told(data, kind)) {
          const seen = found.path === "nodes" ? asNode(kind, viewer) : expected;
          expect(found).toEqual({ path: found.path, seen, count: seen.length });
        }
        if (kind !== "organisation") return;
        const counted = expected.map((audience) => ({ value: LANGUAGES[audience], count: 1 }));
        const { languages } = data.allFound.facets;
        expect(languages).toHaveLength(counted.length);
        expect(languages).toEqual(expect.arrayContaining(counted));
      },
    );
  });

  it.each(["stranger", "member", "delegate", "owner"])(
    "refuses the %s a change of what is hidden in the words for what does not exist",
    async (viewer) => {
      const changes = [
        { field: "updateOrganisation", kind: "organisation", prefix: "org" },
        { field: "updatePerson", kind: "person", prefix: "per" },
        { field: "updateNetwork", kind: "network", prefix: "net" },
        { field: "updateMeeting", kind: "meeting", prefix: "mtg" },
      ] as const;
      const asked = changes.flatMap(({ field, kind, prefix }) => {
        const seen = SEEN[viewer]?.[kind === "meeting" ? "series" : kind] ?? [];
        const hidden = AUDIENCES.filter((audience) => !seen.includes(audience));
        return hidden.map((audience) => ({ field, hidden: ids[kind][audience], prefix }));
      });
      const missing = asked.map(({ prefix }) => newId(prefix));
      const answers = async (named: readonly string[]) => {
        const inputs = asked.map(({ field }, at) => ({ field, input: { id: named[at] } }));
        const refused = await tryChanges(url(), inputs, tokens[viewer]);
        return refused.map(({ errors }, at) =>
          errors?.map(({ message, extensions: { code } }) => [
            code,
            message.replaceAll(named[at] ?? "", "ID"),
          ]),
        );
      };
      const found = await answers(asked.map(({ hidden }) => hidden));
      expect(found).toEqual(await answers(missing));
      expect(found.flatMap((errors) => errors?.map(([code]) => code))).toEqual(
        asked.map(() => "NOT_FOUND"),
      );
    },
  );

  it("tells nothing that is hidden in the document of all that is held of somebody", async () => {
    for (const viewer of ["stranger", "member"]) {
      const headers = { authorization: `Bearer ${tokens[viewer]}` };
      const response = await fetch(`${url()}/personal-data`, { headers });
      const text = await response.text();
      expect(response.status).toBe(200);
      for (const kind of ["organisation", "person", "network", "series"] as const) {
        const hidden = AUDIENCES.filter((one) => !SEEN[viewer]?.[kind].includes(one));
        for (const audience of hidden) expect(text).not.toContain(ids[kind][audience]);
      }
    }
  });
});
