import { newId } from "@convene/shared/type-id";
import { type Answer, ask, tryChange } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { adminToken, demoViewers, tokenOf } from "../test/tokens.ts";

/** What a viewer tries to do to or with what is hidden, by the type of the id that it names. */
interface Attempt {
  readonly field: string;
  readonly of: "organisation" | "person" | "relationship" | "role" | "seat" | "member";
  readonly input: (id: string) => object;
}

interface Known {
  readonly organisation: string;
  readonly person: string;
  readonly group: string;
  readonly network: string;
  readonly meeting: string;
  readonly agendaItem: string;
  readonly practice: string;
}

const attempts = (known: Known): readonly Attempt[] => [
  { field: "updateOrganisation", of: "organisation", input: (id) => ({ id, name: "Found" }) },
  { field: "confirmOrganisation", of: "organisation", input: (id) => ({ id }) },
  { field: "deleteOrganisation", of: "organisation", input: (id) => ({ id }) },
  {
    field: "claimOrganisation",
    of: "organisation",
    input: (id) => ({ organisation: id, evidence: "I run it" }),
  },
  {
    field: "mergeOrganisations",
    of: "organisation",
    input: (id) => ({ from: id, into: known.organisation }),
  },
  { field: "updatePerson", of: "person", input: (id) => ({ id, name: "Found" }) },
  { field: "deletePerson", of: "person", input: (id) => ({ id }) },
  {
    field: "addRole",
    of: "organisation",
    input: (id) => ({ organisation: id, person: known.person }),
  },
  {
    field: "addRole",
    of: "person",
    input: (id) => ({ person: id, organisation: known.organisation }),
  },
  { field: "endRole", of: "role", input: (id) => ({ id }) },
  {
    field: "proposeRelationship",
    of: "organisation",
    input: (id) => ({ type: "FUNDS", source: known.organisation, target: id }),
  },
  {
    field: "proposeRelationship",
    of: "organisation",
    input: (id) => ({ type: "FUNDS", source: id, target: known.organisation }),
  },
  { field: "confirmRelationship", of: "relationship", input: (id) => ({ id }) },
  { field: "endRelationship", of: "relationship", input: (id) => ({ id }) },
  {
    field: "addNetworkMember",
    of: "organisation",
    input: (id) => ({ network: known.network, organisation: id }),
  },
  { field: "endNetworkMember", of: "member", input: (id) => ({ id }) },
  {
    field: "addSeat",
    of: "organisation",
    input: (id) => ({ group: known.group, organisation: id }),
  },
  {
    field: "addSeat",
    of: "person",
    input: (id) => ({ group: known.group, organisation: known.organisation, delegate: id }),
  },
  { field: "updateSeat", of: "seat", input: (id) => ({ id, onBehalfOf: "nobody" }) },
  { field: "endSeat", of: "seat", input: (id) => ({ id }) },
  {
    field: "updateAgendaItem",
    of: "organisation",
    input: (id) => ({ id: known.agendaItem, presenter: id }),
  },
  {
    field: "addAgendaItem",
    of: "organisation",
    input: (id) => ({ meeting: known.meeting, title: "Item", durationMinutes: 5, presenter: id }),
  },
  {
    field: "recordAttendance",
    of: "organisation",
    input: (id) => ({ meeting: known.meeting, organisation: id, status: "INVITED" }),
  },
  {
    field: "createPractice",
    of: "organisation",
    input: (id) => ({
      title: "T",
      summary: "S",
      objectives: [7],
      implementers: [known.organisation, id],
    }),
  },
  {
    field: "addPracticeOrganisation",
    of: "organisation",
    input: (id) => ({ practice: known.practice, organisation: id, role: "PARTNER" }),
  },
  {
    field: "removePracticeOrganisation",
    of: "organisation",
    input: (id) => ({ practice: known.practice, organisation: id }),
  },
];

const PREFIX = {
  organisation: "org",
  person: "per",
  relationship: "rel",
  role: "rol",
  seat: "sea",
  member: "nmb",
} as const;

let graphs: Graphs;
let hidden: Record<Attempt["of"], string>;

beforeAll(async () => {
  graphs = await openGraphs();
  hidden = await findHidden();
}, OPENING);
afterAll(() => graphs.close());

/** The safe house of the demo network, with its manager and its ties. */
async function findHidden(): Promise<Record<Attempt["of"], string>> {
  const id = graphs.demo.organisations["wrenfield-house"] ?? "";
  const { data } = await ask(graphs.url("in process"), {
    token: await adminToken(graphs),
    query: `query ($id: ID!) { organisation(id: $id) { relationships { nodes { id } }
      roles { nodes { id } } seats { nodes { id } } networks { nodes { id } } } }`,
    variables: { id },
  });
  const { relationships, roles, seats, networks } = data.organisation;
  return {
    organisation: id,
    person: graphs.demo.people["manager-of-wrenfield"] ?? "",
    relationship: relationships.nodes[0].id,
    role: roles.nodes[0].id,
    seat: seats.nodes[0].id,
    member: networks.nodes[0].id,
  };
}

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);

  /** What the viewer may change if anything: their own organisation, group, meeting, practice. */
  async function knownTo(token: string): Promise<Known> {
    const { data } = await ask(url(), {
      token,
      query: `{ organisations(first: 100) { nodes { id viewerCanEdit roles { nodes { person { id } } }
          practices { nodes { id } } } }
        workingGroups { nodes { id viewerCanEdit meetings { nodes { id agenda { nodes { id } } } } } }
        networks { nodes { id viewerCanEdit } } people { nodes { id } }
        practices { nodes { id } } }`,
    });
    const mine = <T extends { viewerCanEdit: boolean }>(all: readonly T[]): T =>
      all.find(({ viewerCanEdit }) => viewerCanEdit) ?? (all[0] as T);
    const organisation = mine<Answer["data"]>(data.organisations.nodes);
    const group = mine<Answer["data"]>(data.workingGroups.nodes);
    const [meeting] = group.meetings.nodes;
    return {
      organisation: organisation.id,
      person: data.people.nodes[0].id,
      group: group.id,
      network: mine<Answer["data"]>(data.networks.nodes).id,
      meeting: meeting.id,
      agendaItem: meeting.agenda.nodes[0].id,
      practice: (organisation.practices.nodes[0] ?? data.practices.nodes[0]).id,
    };
  }

  it.each(demoViewers)(
    "refuses the %s each change to or with what is hidden in the words for what does not exist",
    async (viewer) => {
      const token = await tokenOf(graphs, viewer);
      for (const { field, of, input } of attempts(await knownTo(token))) {
        const missing = newId(PREFIX[of]);
        const toHidden = await tryChange(url(), { field, token, input: input(hidden[of]) });
        const toMissing = await tryChange(url(), { field, token, input: input(missing) });
        const seen = JSON.stringify(toHidden).replaceAll(hidden[of], missing);
        expect([field, JSON.parse(seen)]).toEqual([field, toMissing]);
        expect(toHidden.errors?.[0]?.extensions.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
      }
    },
  );

  it("asks an anonymous viewer to sign in, whatever the id", async () => {
    const known = await knownTo(await tokenOf(graphs, "group-co-lead"));
    for (const { field, of, input } of attempts(known)) {
      const { errors } = await tryChange(url(), { field, input: input(hidden[of]) });
      expect([field, errors?.[0]?.extensions]).toEqual([field, { code: "UNAUTHENTICATED" }]);
    }
  });

  it.each(["relationship", "seat", "member", "role"] as const)(
    "finds no hidden %s by its id",
    async (of) => {
      const query = `query ($id: ID!) { node(id: $id) { id } }`;
      for (const viewer of demoViewers) {
        const token = await tokenOf(graphs, viewer);
        const { data } = await ask(url(), { query, variables: { id: hidden[of] }, token });
        expect(data).toEqual({ node: null });
      }
    },
  );
});
