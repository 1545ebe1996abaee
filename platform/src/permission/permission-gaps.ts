import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import type { PermissionRow } from "./permission-table.ts";

type Named = Pick<PermissionRow, "name" | "isMutation">;

/** By these words the description of a field says that not everybody is shown it. */
const SHOWN_TO_SOME = /\b(?:Null|Empty)\b[^.]*\b(?:for|to) (?:all|everybody) (?:who|but)\b/;

/** A sentence for each thing of the graph that the table leaves out, and for each that is gone. */
export function permissionGaps(schema: GraphQLSchema, rows: readonly Named[]): string[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(isOurs);
  const told = new Set(rows.map(({ name }) => name));
  const isTold = (name: string) => told.has(name);
  const protectedNames = objectTypes(schema).flatMap(protectedIn);
  return [
    ...mutations
      .map(({ name }) => name)
      .filter((name) => !isTold(name))
      .map((name) => `The mutation ${name} has no row in the table of permissions`),
    ...protectedNames
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
  const isRecord = type.getInterfaces().some(({ name }) => name === "Node");
  const some = Object.values(type.getFields())
    .filter(isShownToSome)
    .map(({ name }) => `${type.name}.${name}`);
  return isRecord ? [type.name, ...some] : some;
}

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
