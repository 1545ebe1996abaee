import { buildSchema, parse } from "graphql";
import { isSoundToCompile } from "./sound-to-compile.ts";

const schema = buildSchema(`
  type Query { organisations(first: Int! = 10, where: Tree, page: Page, order: Order): [String] }
  type Subscription { changed: String }
  input Page { first: Int, within: Range }
  input Range { start: String }
  input Tree { and: [Branch!], text: String }
  input Branch { tree: Tree }
  input Order { by: [By!] }
  input By { field: String!, rising: Boolean! = true }
`);
const isSound = (query: string) => isSoundToCompile(schema, parse(query), undefined);

it("compiles queries over our own types", () => {
  expect(isSound(`query ($page: Page!) { organisations(page: $page) }`)).toBe(true);
});

it("does not compile introspection or subscriptions", () => {
  expect(isSound(`{ __schema { types { name } } }`)).toBe(false);
  expect(isSound(`{ _service { sdl } }`)).toBe(false);
  expect(isSound(`subscription { changed }`)).toBe(false);
});

it("does not compile a variable of an input type that holds itself", () => {
  expect(isSound(`query ($where: [Tree!]) { organisations(where: $where) }`)).toBe(false);
  expect(isSound(`{ organisations(where: { text: "a" }) }`)).toBe(true);
});

it("does not compile defaults of what may not be null", () => {
  expect(isSound(`query ($page: Page! = {}) { organisations(page: $page) }`)).toBe(false);
  expect(isSound(`query ($page: Page = {}) { organisations(page: $page) }`)).toBe(true);
  expect(isSound(`query ($order: Order) { organisations(order: $order) }`)).toBe(false);
});

it("does not compile a variable that may be null where an argument may not", () => {
  expect(isSound(`query ($n: Int) { organisations(first: $n) }`)).toBe(false);
  expect(isSound(`query ($n: Int!) { organisations(first: $n) }`)).toBe(true);
  expect(isSound(`query ($n: Int) { organisations(page: { first: $n }) }`)).toBe(true);
});
