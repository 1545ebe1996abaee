import type { ServiceName } from "../src/runtime/services.ts";
import { type Answer, ask, change, tryChange } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { adminToken, personToken } from "../test/tokens.ts";

let graphs: Graphs;
beforeAll(async () => {
  graphs = await openGraphs();
}, OPENING);
afterAll(() => graphs.close());

/** What a client may learn of an error: a sentence, where, and a code; nothing of the inside. */
const INSIDE = /127\.0\.0\.1|ECONN|secret reason|stack|\bat \/|fetch|SELECT|subgraph|convene_/i;

/** One field of each service, and an edge of each that leads to another. */
const EVERYWHERE = `{
  organisations(first: 3) { nodes {
    name seats { totalCount } agendaItems { totalCount } practices { totalCount } } }
  workingGroups(first: 3) { nodes { name members { nodes { name } } meetings { totalCount } } }
  meetings(first: 3) { nodes { title group { name } } }
  practices(first: 3) { nodes { title implementers { nodes { name } } } }
  searchOrganisations(first: 3) { totalCount nodes { name } }
}`;

/** Of accounts, nothing is shown to somebody without one. */
type ShownService = Exclude<ServiceName, "identity">;

/** What of these fields nobody can tell while a service is down. */
const OWNED: Readonly<Record<ShownService, readonly string[]>> = {
  stakeholders: [
    "organisations",
    "meetings.nodes.*.group.*",
    "practices.nodes.*.implementers.nodes",
    "searchOrganisations.nodes",
    "workingGroups.nodes.*.members.nodes",
  ],
  "working-groups": ["workingGroups", "organisations.nodes.*.seats", "meetings.nodes.*.group"],
  meetings: ["meetings", "organisations.nodes.*.agendaItems", "workingGroups.nodes.*.meetings"],
  practices: ["practices", "organisations.nodes.*.practices"],
  discovery: ["searchOrganisations"],
};

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const put = (question: Parameters<typeof ask>[1]) => ask(url(), question);

  async function without<T>(service: ServiceName, work: () => Promise<T>): Promise<T> {
    const bringBack = await graphs.takeDown(transport, service);
    try {
      return await work();
    } finally {
      await bringBack();
    }
  }

  describe.each(Object.keys(OWNED) as ShownService[])("while %s is down", (service) => {
    let whole: Answer;
    let broken: Answer;
    let mended: Answer;
    beforeAll(async () => {
      whole = await put({ query: EVERYWHERE });
      broken = await without(service, () => put({ query: EVERYWHERE }));
      mended = await put({ query: EVERYWHERE });
    }, OPENING);

    it("answers all the rest, and SERVICE_UNAVAILABLE at the fields that it owns", () => {
      expect(whole.errors).toBeUndefined();
      const { data, errors = [] } = broken;
      expect(errors.length).toBeGreaterThan(0);
      for (const { path, extensions } of errors) {
        expect(extensions).toEqual({ code: "SERVICE_UNAVAILABLE" });
        expect([path, placesOf(service, path).length]).not.toEqual([path, 0]);
      }
      const lost = differences(whole.data, data);
      expect(lost).toEqual(expect.arrayContaining(placesOf(service, undefined).slice(0, 1)));
      for (const place of lost) {
        expect([place, OWNED[service].some((owned) => isWithin(place, owned))]).toEqual([
          place,
          true,
        ]);
        expect([place, errors.some(({ path }) => isWithin(place, placeOf(path)))]).toEqual([
          place,
          true,
        ]);
      }
    });

    it("tells nothing of the inside", () => {
      expect(JSON.stringify(broken.errors)).not.toMatch(INSIDE);
    });

    it("answers whole again once it is back", () => {
      expect(mended).toEqual(whole);
    });
  });

  it("refuses a change that its service cannot make, and makes it once when asked again", async () => {
    const token = await adminToken(graphs);
    const input = { name: `Kept ${transport}`, idempotencyKey: `kept ${transport}` };
    const refused = await without("stakeholders", () =>
      tryChange(url(), { field: "createOrganisation", input, token }),
    );
    expect(refused).toEqual({
      data: { createOrganisation: null },
      errors: [
        {
          message: expect.any(String),
          path: ["createOrganisation"],
          extensions: { code: "SERVICE_UNAVAILABLE" },
        },
      ],
    });
    const made = await change(url(), { field: "createOrganisation", input, token });
    expect(await change(url(), { field: "createOrganisation", input, token })).toEqual(made);
  });

  it("takes a viewer for one without roles while no service tells them, and no longer", async () => {
    const person = graphs.demo.people["manager-of-wrenfield"] ?? "";
    const asked = {
      query: `query ($id: ID!) { searchOrganisations(text: "Wrenfield") { totalCount }
        workingGroup(id: $id) { seats(first: 100) { totalCount } } }`,
      variables: { id: graphs.demo.groups["pathways-and-protection"] },
      token: await personToken(graphs, person),
    };
    const less = await without("stakeholders", () => put(asked));
    expect(less.data.searchOrganisations).toEqual({ totalCount: 0 });
    const more = await put(asked);
    expect(more.data.searchOrganisations).toEqual({ totalCount: 1 });
    expect(more.data.workingGroup.seats.totalCount).toBe(8);
  });

  it("makes one organisation of two creations at once with one key", async () => {
    const token = await adminToken(graphs);
    const create = (idempotencyKey: string, name: string) =>
      change(url(), {
        field: "createOrganisation",
        input: { name, idempotencyKey },
        selection: "id name",
        token,
      });
    const name = `Once ${transport}`;
    const made = await Promise.all([1, 2, 3, 4].map(() => create(`key ${transport}`, name)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await create(`key ${transport}`, name)).toEqual(made[0]);
    const other = await create(`another key ${transport}`, name);
    expect(other.id).not.toBe(made[0].id);
    await settle(graphs.opened);
    const { data } = await put({
      query: `query ($text: String!) { searchOrganisations(text: $text) { nodes { name } } }`,
      variables: { text: name },
    });
    const same = data.searchOrganisations.nodes.filter(
      (one: { name: string }) => one.name === name,
    );
    expect(same).toHaveLength(2);
  });

  it("masks what went wrong inside, and gives the id under which the log has it", async () => {
    const { db } = graphs.opened.services.practices.parts;
    await db.query("ALTER TABLE practice_type RENAME TO practice_type_gone");
    try {
      const response = await fetch(`${url()}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-request-id": "given-by-a-proxy" },
        body: JSON.stringify({ query: "{ practiceTypes { id } objectives { number } }" }),
      });
      const { data, errors } = (await response.json()) as Answer;
      expect(data.practiceTypes).toBeNull();
      expect(data.objectives).toHaveLength(23);
      expect(errors).toEqual([
        {
          message: "Internal error",
          path: ["practiceTypes"],
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "given-by-a-proxy" },
        },
      ]);
      expect(response.headers.get("x-request-id")).toBe("given-by-a-proxy");
    } finally {
      await db.query("ALTER TABLE practice_type_gone RENAME TO practice_type");
    }
  });

  it("describes every type, field, argument and value of the graph", async () => {
    const input = "inputFields { name description }";
    const { data } = await put({
      query: `{ __schema { types { name description ${input}
        fields { name description args { name description } }
        enumValues { name description } } } }`,
    });
    const nameless: string[] = [];
    for (const type of data.__schema.types) {
      if (type.name.startsWith("__")) continue;
      const within = ["fields", "inputFields", "enumValues"].flatMap((kind) => type[kind] ?? []);
      // The two roots are doors: what there is behind them, their fields say.
      const itself = ROOTS.includes(type.name) ? [] : [type];
      const all = [...itself, ...within, ...within.flatMap(({ args }) => args ?? [])];
      nameless.push(
        ...all.filter((one) => !one.description).map((one) => `${type.name}.${one.name}`),
      );
    }
    expect(data.__schema.types.length).toBeGreaterThan(100);
    expect(nameless).toEqual([]);
  });
});

const ROOTS = ["Query", "Mutation"];

type Path = readonly (string | number)[] | undefined;

/** Where an error stands, with `*` for the places in lists; empty for all of a service's calls. */
const placeOf = (path: Path = []): string =>
  path.map((part) => (typeof part === "number" ? "*" : part)).join(".");

const isWithin = (place: string, above: string): boolean =>
  above === "" || `${place}.`.startsWith(`${above}.`);

/** The fields of a service that an error at this path speaks of. */
const placesOf = (service: ShownService, path: Path): readonly string[] =>
  OWNED[service].filter((owned) => isWithin(owned, placeOf(path)));

/** Where two answers to one question differ, with `*` for the places in lists. */
function differences(one: unknown, other: unknown, path = ""): string[] {
  if (one === other) return [];
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return [path];
  const below = Object.entries(one).flatMap(([key, value]) => {
    const place = Array.isArray(one) ? "*" : key;
    return differences(
      value,
      (other as Record<string, unknown>)[key],
      path ? `${path}.${place}` : place,
    );
  });
  return [...new Set(below)];
}
