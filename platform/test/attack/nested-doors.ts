import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { type Position, scalarsIn } from "./doors.ts";
import { type Ids, kindOfId } from "./id-kind.ts";

type Field = GraphQLField<unknown, unknown>;

/** Every place of a scalar in the arguments of fields below the root, with a way that leads there. */
export function nestedPositions(schema: GraphQLSchema, ids: Ids): Position[] {
  return [...ways(schema, ids)].flatMap(([type, through]) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg) =>
        scalarsIn(arg.type, [arg.name]).map((place) => ({
          ...place,
          ...{ isChange: false, field, through },
        })),
      ),
    ),
  );
}

/** The shortest way from the root to each type, as what is selected on it. */
function ways(schema: GraphQLSchema, ids: Ids): Map<GraphQLObjectType, readonly string[]> {
  const found = new Map<GraphQLObjectType, readonly string[]>();
  const root = schema.getQueryType();
  if (!root) throw new Error("The schema has no queries");
  const waiting: [GraphQLObjectType, readonly string[]][] = [[root, []]];
  // Grows while it is gone through.
  for (const [type, way] of waiting) {
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      const step = stepBy(field, ids);
      if (!isObjectType(next) || found.has(next) || step === null) continue;
      found.set(next, [...way, step]);
      waiting.push([next, [...way, step]]);
    }
  }
  return found;
}

/** Null for a field that needs more than ids of things that are there. */
function stepBy({ name, args }: Field, ids: Ids): string | null {
  const required = args.filter(isRequiredArgument);
  const given = required.map((arg) => idFor(name, arg, ids));
  if (given.some((id) => id === undefined)) return null;
  const written = required.map((arg, index) => `${arg.name}: "${given[index] ?? ""}"`);
  return written.length > 0 ? `${name}(${written.join(", ")})` : name;
}

const idFor = (field: string, { name, type }: GraphQLArgument, ids: Ids): string | undefined =>
  getNamedType(type).name === "ID" ? ids.get(kindOfId(field, name) ?? "")?.[0] : undefined;
