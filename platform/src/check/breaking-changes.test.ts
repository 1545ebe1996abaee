import { apiSchemaOf } from "./api-schema.ts";
import { compareSupergraphs } from "./breaking-changes.ts";

/** A supergraph as composition writes it, with these fields of `Query` and `Organisation`. */
const supergraph = (query: string, organisation: string) => `
  schema @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
  directive @join__type(graph: join__Graph!, key: join__FieldSet) repeatable on OBJECT
  directive @join__field(graph: join__Graph) repeatable on FIELD_DEFINITION
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  directive @link(url: String, for: link__Purpose) repeatable on SCHEMA
  directive @inaccessible on FIELD_DEFINITION | OBJECT
  scalar join__FieldSet
  enum join__Graph { STAKEHOLDERS @join__graph(name: "stakeholders", url: "") }
  enum link__Purpose { EXECUTION }
  type Query @join__type(graph: STAKEHOLDERS) { ${query} }
  type Organisation @join__type(graph: STAKEHOLDERS, key: "id") { ${organisation} }
`;

const QUERY = "organisation(id: ID!): Organisation @join__field(graph: STAKEHOLDERS)";
const before = supergraph(QUERY, "id: ID! name: String");

describe("breaking changes", () => {
  it("sees the schema as clients do: nothing of federation, nothing inaccessible", () => {
    const schema = apiSchemaOf(supergraph(QUERY, "id: ID! secret: String @inaccessible"));
    const own = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith("__"));
    expect(own.toSorted()).toEqual(["Boolean", "ID", "Organisation", "Query", "String"]);
    expect(schema.getDirectives().map(({ name }) => name)).not.toContain("join__type");
    expect(schema.getType("Organisation")).not.toHaveProperty("_fields.secret");
  });

  it("calls an addition safe, and the same schema no change", async () => {
    const after = supergraph(QUERY, "id: ID! name: String acronym: String");
    expect(await compareSupergraphs(before, before, [])).toEqual({
      safe: 0,
      dangerous: 0,
      acknowledged: 0,
      breaking: [],
    });
    expect(await compareSupergraphs(before, after, [])).toMatchObject({ safe: 1, breaking: [] });
  });

  it("takes no notice of who resolves a field", async () => {
    const after = before.replaceAll("STAKEHOLDERS", "PEOPLE");
    expect(await compareSupergraphs(before, after, [])).toMatchObject({
      safe: 0,
      dangerous: 0,
      breaking: [],
    });
  });

  const NAME = "Organisation.name";
  it.each([
    {
      what: "a field goes",
      after: supergraph(QUERY, "id: ID!"),
      found: { type: "FIELD_REMOVED", path: NAME },
    },
    {
      what: "a field is hidden",
      after: supergraph(QUERY, "id: ID! name: String @inaccessible"),
      found: { type: "FIELD_REMOVED", path: NAME },
    },
    {
      what: "a type changes",
      after: supergraph(QUERY, "id: ID! name: [String]"),
      found: { type: "FIELD_TYPE_CHANGED", path: NAME },
    },
    {
      what: "an argument becomes required",
      after: supergraph("organisation(id: ID!, at: String!): Organisation", "id: ID! name: String"),
      found: { type: "FIELD_ARGUMENT_ADDED", path: "Query.organisation.at" },
    },
  ])("finds that $what", async ({ after, found }) => {
    const { breaking } = await compareSupergraphs(before, after, []);
    expect(breaking).toEqual([expect.objectContaining(found)]);
  });

  it("lets pass what is acknowledged, and only this", async () => {
    const after = supergraph(QUERY, "id: ID!");
    const known = { type: "FIELD_REMOVED", path: "Organisation.name", instead: "Ask for names" };
    const other = { ...known, path: "Organisation.names" };
    expect(await compareSupergraphs(before, after, [known])).toMatchObject({
      acknowledged: 1,
      breaking: [],
    });
    expect((await compareSupergraphs(before, after, [other])).breaking).toHaveLength(1);
  });
});
