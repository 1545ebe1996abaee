import { buildSchema } from "graphql";
import { shrink } from "../test/attack/shrink.ts";

const schema = buildSchema(`
  type Query { person(id: ID!, in: String): Person, people(filter: Filter): [Person!]! }
  input Filter { name: String, age: Int }
  type Person { name: String, boss: Person, about(to: Int): String }`);

it("leaves of a question only what it fails by", async () => {
  const query = `query ($id: ID!, $in: String, $to: Int, $yes: Boolean!, $age: Int) {
    person(id: $id, in: $in) { ...P }
    people(filter: { name: "x", age: $age }) { name boss @include(if: $yes) { boss { about(to: $to) name } } } }
  fragment P on Person { name ...Q }
  fragment Q on Person { about(to: $to) }`;
  const variables = { id: "per_1", in: "x", to: 3, yes: true, age: 7 };
  const asked: string[] = [];
  const found = await shrink(schema, { query, variables }, (smaller) => {
    asked.push(smaller.query);
    return Promise.resolve(/people\(.*age:/.test(smaller.query) && smaller.query.includes("about"));
  });
  expect(found.query.replaceAll(/\s+/g, " ")).toBe(
    "query ($age: Int) { people(filter: {age: $age}) { boss { boss { about } } } }",
  );
  expect(found.variables).toEqual({ age: 7 });
  expect(asked.length).toBeLessThan(40);
});

it("leaves a question as it is that fails by all of it", async () => {
  const whole = { query: "{ people { name } }", variables: {} };
  expect(await shrink(schema, whole, () => Promise.resolve(false))).toEqual(whole);
});
