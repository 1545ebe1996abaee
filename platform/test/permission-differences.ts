import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { type Answer, ask } from "./ask.ts";
import type { PermissionWorld } from "./permission-world.ts";

type Data = Answer["data"];

/** Where a record that everybody sees is found: the type, the door, and what it is in the world. */
const RECORDS = [
  ["Organisation", "organisation", "organisation"],
  ["Person", "person", "themselves"],
  ["Network", "network", "network"],
  ["Relationship", "relationship", "confirmed"],
  ["WorkingGroup", "workingGroup", "group"],
  ["Meeting", "meeting", "meeting"],
  ["MeetingSeries", "meetingSeries", "series-PUBLIC"],
  ["AgendaItem", "agendaItem", "agenda item"],
  ["Practice", "practice", "practice-PUBLISHED"],
] as const;

/** Records that hang on the organisation: the type, and the list in which they stand. */
const HANGING = [
  ["Role", "roles"],
  ["NetworkMember", "networks"],
  ["Seat", "seats"],
] as const;

/**
 * Every field that is shown to one viewer otherwise than to another although both see the record:
 * its value, or whether there is anything at all. Records that are hidden by themselves do not
 * count, nor what the graph says of the viewer.
 */
export async function differences(
  world: PermissionWorld,
  schema: GraphQLSchema,
  tokens: readonly (string | undefined)[],
): Promise<string[]> {
  const query = everything(world, schema);
  const askAs = async (token: string | undefined): Promise<Data> => {
    const answer = await ask(world.url, { query, ...(token !== undefined && { token }) });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const [first, ...others] = await Promise.all([world.root, ...tokens].map(askAs));
  const found = others.flatMap((other) => [
    ...RECORDS.flatMap(([type]) => unlike(type, first[type], other[type])),
    ...HANGING.flatMap(([type, list]) =>
      unlikeIn(type, first.Organisation[list], other.Organisation[list]),
    ),
  ]);
  return [...new Set(found)].toSorted();
}

function everything({ id }: PermissionWorld, schema: GraphQLSchema): string {
  const hanging = HANGING.map(
    ([type, list]) => `${list}(first: 100) { nodes { id ${plain(schema, type)} } }`,
  );
  const records = RECORDS.map(([type, door, what]) => {
    const more = type === "Organisation" ? hanging.join(" ") : "";
    return `${type}: ${door}(id: "${id(what)}") { ${plain(schema, type)} ${more} }`;
  });
  return `{ ${records.join("\n")} }`;
}

/** Every field of a type that needs no argument and no look at another record. */
function plain(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name) as GraphQLObjectType;
  return Object.values(type.getFields())
    .filter((field) => !field.name.startsWith("viewer") && !field.args.some(isRequiredArgument))
    .flatMap((field) => selected(field) ?? [])
    .join(" ");
}

function selected({ name, type }: GraphQLField<unknown, unknown>): string | null {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  const isRecord = isObjectType(named) && named.getInterfaces().some((it) => it.name === "Node");
  return isRecord || HANGING.some(([, list]) => list === name) ? null : `${name} { __typename }`;
}

const unlikeIn = (type: string, one: Data, other: Data): string[] =>
  one.nodes.flatMap((node: Data) =>
    unlike(type, node, other.nodes.find(({ id }: Data) => id === node.id) ?? node),
  );

const unlike = (type: string, one: Data, other: Data): string[] =>
  Object.keys(one)
    .filter((field) => !HANGING.some(([, list]) => list === field))
    .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
    .map((field) => `${type}.${field}`);
