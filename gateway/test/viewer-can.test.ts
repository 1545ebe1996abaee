import {
  buildSchema,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { readSupergraph } from "../src/composition/committed.ts";

/** `Meeting.viewerCanEdit`: what a client asks rather than repeat a rule. */
const sayingOf = (type: GraphQLObjectType): readonly string[] =>
  Object.keys(type.getFields()).filter((name) => name.startsWith("viewerCan"));

/** What a mutation changes: what it answers, or what stands in an answer made for it alone. */
function changedBy(answer: GraphQLObjectType): readonly GraphQLObjectType[] {
  if (sayingOf(answer).length > 0) return [answer];
  const inside = Object.values(answer.getFields()).map(({ type }) => getNamedType(type));
  const saying = inside.filter(isObjectType).filter((type) => sayingOf(type).length > 0);
  return saying.length > 0 ? saying : [answer];
}

/** The types that some mutation changes and that do not tell a viewer whether they may. */
function silent(schema: GraphQLSchema): readonly string[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return mutations.flatMap(({ name, type }) => {
    const answer = getNamedType(type);
    if (!isObjectType(answer)) return [`${name} answers no object`];
    const wanted = name.startsWith("update") ? "viewerCanEdit" : "viewerCan";
    return changedBy(answer)
      .filter((changed) => !sayingOf(changed).some((field) => field.startsWith(wanted)))
      .map((changed) => `${name} changes ${changed.name}`);
  });
}

const read = (sdl: string) => buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });

describe("whether a viewer may change something", () => {
  it("is told by every type that a mutation of the graph changes", async () => {
    const schema = read(await readSupergraph());
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).length).toBeGreaterThan(40);
    expect(silent(schema)).toEqual([]);
  });

  it("is missed where a type does not tell it", () => {
    const schema = read(`
      type Query { a: Int }
      type Meeting { id: ID! viewerCanCancel: Boolean! }
      type Vote { id: ID! }
      type NewVote { vote: Vote }
      type Mutation {
        cancelMeeting: Meeting updateMeeting: Meeting castVote: Vote makeVote: NewVote count: Int
      }`);
    expect(silent(schema)).toEqual([
      "updateMeeting changes Meeting",
      "castVote changes Vote",
      "makeVote changes NewVote",
      "count answers no object",
    ]);
  });
});
