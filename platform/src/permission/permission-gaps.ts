import { LIVE_SUFFIX } from "@convene/shared/live/live-field";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import type { PermissionRow } from "./permission-table.ts";

type Named = Pick<PermissionRow, "name" | "isMutation">;

/** By these words the description of a field says that not everybody is shown it. */
const SHOWN_TO_SOME =
  /\b(?:Null|Empty|None|Without)\b[^.]*\b(?:for|to) (?:all|everybody|anybody) (?:who|but)\b/;

/** A sentence for each thing of the graph that the table leaves out, and for each that is gone. */
export function permissionGaps(schema: GraphQLSchema, rows: readonly Named[]): string[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(isOurs);
  const told = new Set(rows.map(({ name }) => name));
  const isTold = (name: string) => told.has(name);
  const protectedNames = [
    ...objectTypes(schema).flatMap(protectedIn),
    ...doorsOf(schema),
    ...waysToPrivate(schema),
  ];
  return [
    ...mutations
      .map(({ name }) => name)
      .filter((name) => !isTold(name))
      .map((name) => `The mutation ${name} has no row in the table of permissions`),
    ...[...new Set(protectedNames)]
      .filter((name) => !isTold(name))
      .map((name) => `${name} is protected, and has no row in the table of permissions`),
    ...[...new Set(mutations.map(({ type }) => getNamedType(type)))]
      .filter((type) => !saysWhoMay(type))
      .map(({ name }) => `${name} is changed by mutations, and has no field viewerCan…`),
    ...rows
      .filter((row) => !isThere(schema, row))
      .map(
        ({ name }) => `The table of permissions tells of ${name}, which the graph does not have`,
      ),
  ];
}

const isOurs = ({ name }: { readonly name: string }) => !name.startsWith("_");

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && isOurs(type),
  );

/** Every `Node` is a record that may be hidden; a field that is for some says so in words. */
function protectedIn(type: GraphQLObjectType): string[] {
  const some = Object.values(type.getFields())
    .filter(isShownToSome)
    .map(({ name }) => `${type.name}.${name}`);
  return isRecord(type) ? [type.name, ...some] : some;
}

/**
 * Every question that is answered with something else than records, which have rows of their own.
 * The gateway asks a subscription `xChanged` as the query `x`, so that one's row tells of it.
 */
function doorsOf(schema: GraphQLSchema): string[] {
  const queries = schema.getQueryType()?.getFields() ?? {};
  const isLive = (name: string) =>
    name.endsWith(LIVE_SUFFIX) && name.slice(0, -LIVE_SUFFIX.length) in queries;
  return [schema.getQueryType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => isOurs(field) && !isRecord(listedIn(field.type)) && !isLive(field.name))
      .map(({ name }) => `${root?.name ?? ""}.${name}`),
  );
}

/** By these words a type says that not everybody sees what is of it. */
const SEEN_BY_SOME =
  /\b(?:Only (?:they|those)|nobody else|Seen by whoever|Administrators see it)\b/;

const isPrivate = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && !isRecord(type) && SEEN_BY_SOME.test(type.description ?? "");

/**
 * Every field that leads to something private, also from what is private itself; of what a change
 * answers, its own row tells.
 */
function waysToPrivate(schema: GraphQLSchema): string[] {
  const changes = schema.getMutationType();
  const answers = Object.values(changes?.getFields() ?? {}).map(({ type }) => getNamedType(type));
  const apart = new Set<GraphQLNamedType | null | undefined>([changes, ...answers]);
  return objectTypes(schema)
    .filter((type) => isRecord(type) || isPrivate(type) || !(apart.has(type) || isPage(type)))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isPrivate(listedIn(field.type)))
        .map(({ name }) => `${type.name}.${name}`),
    );
}

const isPage = ({ name }: GraphQLObjectType): boolean => /(?:Connection|Edge)$/.test(name);

/** Of a connection, what it lists. */
function listedIn(type: GraphQLOutputType): GraphQLNamedType {
  const named = getNamedType(type);
  const nodes = isObjectType(named) && named.name.endsWith("Connection");
  return nodes ? getNamedType(named.getFields()["nodes"]?.type ?? named) : named;
}

const isRecord = (type: GraphQLNamedType): boolean =>
  type.name === "Node" ||
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"));

/**
 * Those of the fields `Type.field`, which the code marks as personal data, of which the table tells
 * neither themselves, nor of their record, nor of any field that leads there: by itself, or by way of
 * types to which nothing else does, such as all states of an action.
 */
export function untoldPersonal(
  schema: GraphQLSchema,
  marked: readonly string[],
  rows: readonly Named[],
): string[] {
  const told = new Set(rows.filter(({ isMutation }) => !isMutation).map(({ name }) => name));
  const ways = waysIn(schema);
  const reached = new Set(ways.filter(({ name }) => told.has(name)).map(({ to }) => to));
  for (const to of reached) {
    // What is added meanwhile is gone through as well.
    const within = ways.filter(({ from }) => from === to).map((way) => way.to);
    for (const type of within) {
      const all = ways.filter((way) => way.to === type);
      if (all.every(({ from }) => reached.has(from))) reached.add(type);
    }
  }
  const isTold = (name: string, [type = ""] = name.split(".")) =>
    told.has(name) || told.has(type) || reached.has(type);
  return marked.filter((name) => !isTold(name));
}

/** Every field that leads to a type, the pages of lists apart. */
const waysIn = (schema: GraphQLSchema) =>
  objectTypes(schema)
    .filter((type) => !isPage(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        ...{ from: type.name, to: listedIn(field.type).name },
        name: `${type.name}.${field.name}`,
      })),
    );

/** Every field that names somebody, `Type.field`; those of questions and changes apart. */
export function personEdges(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return waysIn(schema)
    .filter(({ from, to }) => to === "Person" && !roots.some((root) => root?.name === from))
    .map(({ name }) => name);
}

/** The names of all types that are found by their id. */
export const recordTypes = (schema: GraphQLSchema): string[] =>
  objectTypes(schema)
    .filter(isRecord)
    .map(({ name }) => name);

const isShownToSome = ({ description }: GraphQLField<unknown, unknown>): boolean =>
  SHOWN_TO_SOME.test(description ?? "");

/** What a mutation answers says for itself what the viewer may do with it; a mere report need not. */
function saysWhoMay(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return true;
  const names = Object.keys(type.getFields());
  return !names.includes("id") || names.some((name) => name.startsWith("viewerCan"));
}

function isThere(schema: GraphQLSchema, { name, isMutation }: Named): boolean {
  if (isMutation) return schema.getMutationType()?.getFields()[name] !== undefined;
  const [typeName = "", field] = name.split(".");
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return false;
  return field === undefined || type.getFields()[field] !== undefined;
}
