import { Kind, parse } from "graphql";
import { readSupergraph } from "../src/composition/committed.ts";
import { innermost, SupergraphWalk } from "./supergraph-walk.ts";

/**
 * The rule of the architecture: what another service says may always be missing, so it may be null.
 * An entity is of the service that says something of it that may not be null.
 */
function breaches(supergraph: string) {
  const walk = new SupergraphWalk(parse(supergraph));
  const entities = walk.entities();
  const owners = new Map<string, string>();
  const contributions: string[] = [];
  for (const { coordinate, service, type } of walk.fields(entities.keys())) {
    const [entity = "", field = ""] = coordinate.split(".");
    if (entities.get(entity)?.has(field) || type.kind !== Kind.NON_NULL_TYPE) continue;
    const owner = owners.get(entity) ?? service;
    owners.set(entity, owner);
    if (owner !== service) contributions.push(`${coordinate} of ${service} and of ${owner}`);
  }
  const edges = walk.fields().filter(({ service, type }) => {
    const { name, nullable } = innermost(type);
    const strangers = walk.possibleTypes(name).filter((one) => isOfOther(owners.get(one), service));
    return strangers.length > 0 && !nullable;
  });
  return {
    contributions,
    edges: edges.map(({ coordinate, service }) => `${coordinate} of ${service}`),
    owners,
  };
}

const isOfOther = (owner: string | undefined, service: string): boolean =>
  owner !== undefined && owner !== service;

describe("the supergraph", () => {
  it("has no field that is not null of an entity of another service", async () => {
    expect(breaches(await readSupergraph()).contributions).toEqual([]);
  });

  it("has no edge to an entity of another service that may not be null", async () => {
    expect(breaches(await readSupergraph()).edges).toEqual([]);
  });

  it("says of each entity whose it is, and discovery owns none", async () => {
    const { owners } = breaches(await readSupergraph());
    expect(Object.fromEntries(owners)).toMatchObject({
      Organisation: "STAKEHOLDERS",
      Person: "STAKEHOLDERS",
      WorkingGroup: "WORKING_GROUPS",
      Meeting: "MEETINGS",
      Practice: "PRACTICES",
    });
    expect([...owners.values()]).not.toContain("DISCOVERY");
  });
});

describe("the walk", () => {
  const graph = (fields: string, more = "") => `
    type Query @join__type(graph: A) @join__type(graph: B) { a: Int @join__field(graph: A) }
    type Org @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
      id: ID!
      name: String! @join__field(graph: A)
      ${more}
    }
    type Meeting @join__type(graph: B, key: "id") { id: ID! title: String! ${fields} }
    union Party @join__type(graph: B) = Org | Meeting
  `;

  it.each(["host: Org!", "hosts: [Org!]", "hosts: [Org!]!", "party: Party!", "all: [[Org!]]"])(
    "finds an edge that may not be null: %s",
    (field) => {
      const [name = ""] = field.split(":");
      expect(breaches(graph(field)).edges).toEqual([`Meeting.${name} of B`]);
    },
  );

  it.each(["host: Org", "hosts: [Org]!", "hosts: [Org]", "next: Meeting!"])(
    "lets an edge be that may: %s",
    (field) => {
      expect(breaches(graph(field)).edges).toEqual([]);
    },
  );

  it("finds what a service adds to another's entity that may not be null", () => {
    const added = graph("", "count: Int! @join__field(graph: B)");
    expect(breaches(added).contributions).toEqual(["Org.count of B and of A"]);
    expect(breaches(graph("", "count: Int @join__field(graph: B)")).contributions).toEqual([]);
  });
});
