import { buildLibrary } from "../closed-by-default/library.ts";
import { type OpenedStory, openGateway, type Question } from "../open-gateway.ts";

let gateway: OpenedStory;

beforeAll(async () => {
  const services = [buildLibrary().service];
  gateway = await openGateway({ services, transport: "in process", development: true });
});
afterAll(() => gateway.close());

const PAGE = "query ($n: Int) { books(first: $n) { nodes { id } } }";
const INFLUENCES =
  "query ($n: Int, $m: Int) { influences(budget: $n, edgeBudget: $m) { nodes { id } edges { of { id } } } }";

describe("every answer tells what its question cost", () => {
  it.each<[string, Question, number]>([
    ["a request by itself", "{ __typename }", 50],
    ["an object", "{ book(id: 1) { id title } }", 51],
    ["objects in objects", "{ book(id: 1) { sequel { id } prequel { id } } }", 53],
    ["a page of 40 that is full", "{ books(first: 40) { nodes { id } } }", 91],
    ["a page of the usual size", "{ books { nodes { id } } }", 61],
    ["a page whose size is a variable", { query: PAGE, variables: { n: 40 } }, 91],
    ["any list below a budget", "{ influences { facts { text } } }", 81],
    ["ties by a budget of their own", "{ influences { nodes { id } edges { of { id } } } }", 881],
    [
      "the same where a client asks for less",
      INFLUENCES.replace(/query \(.*?\) /, "")
        .replace("$n", "5")
        .replace("$m", "7"),
      70,
    ],
    ["the same by variables", { query: INFLUENCES, variables: { n: 5, m: 7 } }, 70],
    ["the usual, where a variable is left out", INFLUENCES, 881],
    ["the same with another value", { query: PAGE, variables: { n: 2 } }, 53],
    ["pages in pages", "{ books(first: 2) { nodes { similar(first: 3) { nodes { id } } } } }", 61],
    ["what is not skipped", "{ a: book(id: 1) @skip(if: true) { id } b: book(id: 2) { id } }", 51],
    [
      "two changes",
      'mutation { a: addBook(title: "A") { id } b: addBook(title: "B") { id } }',
      152,
    ],
    ["the schema", "{ __schema { queryType { name } } }", 550],
  ])("%s", async (_, question, cost) => {
    const answer = await gateway.ask(question);
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions).toEqual({ cost });
  });

  it("also where the question is refused", async () => {
    for (const query of [
      "{ nothing }",
      "}{",
      "{ books(first: 1000) { nodes { similar(first: 1000) { nodes { id } } } } }",
    ]) {
      const { errors, extensions } = await gateway.ask(query);
      expect(errors).toHaveLength(1);
      expect(extensions).toEqual({ cost: 50 });
    }
  });
});
