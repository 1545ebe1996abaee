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

/** Where a record is found that more than one of the roles sees: its type, the door, what it is. */
const RECORDS = [
  ["Organisation", "organisation", "organisation"],
  ["Person", "person", "themselves"],
  ["Network", "network", "network"],
  ["Relationship", "relationship", "confirmed"],
  ["Relationship", "relationship", "proposed"],
  ["WorkingGroup", "workingGroup", "group"],
  ["Meeting", "meeting", "meeting"],
  ["MeetingSeries", "meetingSeries", "series-PUBLIC"],
  ["MeetingSeries", "meetingSeries", "series-NETWORK"],
  ["AgendaItem", "agendaItem", "agenda item"],
  ["Action", "action", "action"],
  ["Decision", "decision", "decision"],
  ["Practice", "practice", "practice-PUBLISHED"],
  ["Practice", "practice", "practice-UNDER_REVIEW"],
  ["Import", "import", "import"],
  ["Import", "practiceImport", "practiceImport"],
] as const;

/** Records that stand in lists: their type, the list, and the type on which it hangs. */
const LISTED = [
  ["Role", "roles", "Organisation"],
  ["NetworkMember", "networks", "Organisation"],
  ["Seat", "seats", "Organisation"],
  ["Invitation", "invitations", "Network"],
  ["Attendance", "attendance", "Meeting"],
  ["Message", "messages", "Query"],
  ["Report", "reports", "Query"],
  ["Bounce", "bounces", "Query"],
] as const;

export interface Differences {
  /** Every field that is shown to one viewer otherwise than to another although both see the record. */
  readonly unlike: readonly string[];
  /** The types of which two viewers saw the same record. */
  readonly compared: readonly string[];
}

/**
 * What all of these viewers are answered, field by field: its value, or whether there is anything at
 * all. Records that are hidden by themselves do not count, nor what the graph says of the viewer.
 */
export async function differences(
  world: PermissionWorld,
  schema: GraphQLSchema,
  tokens: readonly (string | undefined)[],
): Promise<Differences> {
  const query = everything(world, schema);
  const seen = await Promise.all(
    [world.root, ...tokens].map(async (token) => {
      const answer = await ask(world.url, { query, ...(token !== undefined && { token }) });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return recordsIn(answer.data);
    }),
  );
  const first = new Map<string, Seen>();
  const [unlike, compared] = [new Set<string>(), new Set<string>()];
  for (const one of seen.flat()) {
    const known = first.get(one.node.id);
    if (!known) first.set(one.node.id, one);
    else {
      compared.add(one.type);
      for (const field of fieldsUnlike(known.node, one.node)) unlike.add(`${one.type}.${field}`);
    }
  }
  return { unlike: [...unlike].toSorted(), compared: [...compared] };
}

function everything({ id }: PermissionWorld, schema: GraphQLSchema): string {
  const lists = (of: string) =>
    LISTED.filter(([, , owner]) => owner === of).map(
      ([type, list]) => `${list}(first: 100) { nodes { id ${plain(schema, type)} } }`,
    );
  const records = RECORDS.map(
    ([type, door, what], index) =>
      `r${index}: ${door}(id: "${id(what)}") { id ${plain(schema, type)} ${lists(type).join(" ")} }`,
  );
  return `{ ${[...records, ...lists("Query")].join("\n")} }`;
}

interface Seen {
  readonly type: string;
  readonly node: Data;
}

/** All records of one answer, also those in lists. */
function recordsIn(data: Data): Seen[] {
  const listed = (of: string, owner: Data): Seen[] =>
    LISTED.filter(([, , type]) => type === of).flatMap(([type, list]) =>
      (owner?.[list]?.nodes ?? []).map((node: Data) => ({ type, node })),
    );
  const records = RECORDS.flatMap(([type], index) => {
    const node = data[`r${index}`];
    return node === null ? [] : [{ type, node }, ...listed(type, node)];
  });
  return [...records, ...listed("Query", data)];
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
  return isRecord || LISTED.some(([, list]) => list === name) ? null : `${name} { __typename }`;
}

/** A list counts by whether it is there: what is in it are records of their own. */
const fieldsUnlike = (one: Data, other: Data): string[] =>
  Object.keys(one).filter((field) => textOf(one, field) !== textOf(other, field));

const textOf = (node: Data, field: string): string =>
  LISTED.some(([, list]) => list === field)
    ? String(node[field] === null)
    : JSON.stringify(node[field]);
