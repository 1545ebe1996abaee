import { buildSchema } from "graphql";
import type { GraphReply } from "../test/attack/graph-client.ts";
import { OWN_WORDS, withoutPlaces } from "../test/attack/told-back.ts";

const schema = buildSchema(`
  type Query { savedSearches: [SavedSearch!]!, thing(filter: String): Thing }
  type SavedSearch { filter: String, name: String }
  type Thing { name: String, about: String }`);

const replyOf = (data: object): GraphReply => ({
  ...{ status: 200, headers: new Headers(), milliseconds: 1, errors: [], cost: 50 },
  ...{ data, text: JSON.stringify({ data }) },
});

it("takes out of an answer what somebody keeps in their own words, by whichever name", () => {
  const query = `{ savedSearches { ...Mine name } thing(filter: "org_1") { filter: about } }
    fragment Mine on SavedSearch { kept: filter }`;
  const data = {
    savedSearches: [{ kept: '{"networks":["net_1"]}', name: "net_2" }],
    thing: { filter: "net_3" },
  };
  const told = withoutPlaces(schema, OWN_WORDS, { query, reply: replyOf(data) });
  expect(told).not.toContain("net_1");
  expect(told).toContain("net_2");
  expect(told).toContain("net_3");
});

it("leaves any other answer as it came", () => {
  const reply = replyOf({ thing: { name: "net_1" } });
  const told = withoutPlaces(schema, OWN_WORDS, { query: "{ thing { name } }", reply });
  expect(told).toBe(reply.text);
});
