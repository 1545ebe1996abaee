import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from "graphql";
import { type Ids, kindOfId, nameIn } from "./id-kind.ts";

/** A place in the arguments of a root field, such as `input.names.0.name`. */
export interface Position {
  readonly isChange: boolean;
  readonly field: GraphQLField<unknown, unknown>;
  readonly path: Steps;
  /** Of the scalar that stands there. */
  readonly type: string;
  /** What is selected on the way from the root to the field. */
  readonly through?: readonly string[];
}

const SIMPLE: Readonly<Record<string, unknown>> = {
  String: "A plain text",
  Boolean: false,
  Int: 7,
  Float: 1,
  CountryCode: "GB",
  Date: "2030-01-01",
  DateTime: "2030-01-01T00:00:00Z",
  LocalDateTime: "2030-01-10T10:00:00",
  LanguageTag: "en",
  TimeZone: "Europe/London",
};

/** What a text must look like to be read on. */
const SOUND: Readonly<Record<string, string>> = {
  joinUrl: "https://meet.example.org/room",
  website: "https://example.org/",
  rule: "FREQ=MONTHLY;COUNT=3",
  csv: "name,email,country\nAn Organisation,mail@example.org,GB\n",
  scheme: "x-test",
  fileName: "table.csv",
};

/** Every place of a scalar in the arguments of every field at the root. */
export const positions = (schema: GraphQLSchema): Position[] => places(schema, scalarsIn);

/** Every place of an input object. */
export const inputPositions = (schema: GraphQLSchema): Position[] => places(schema, inputsIn);

type Steps = readonly (string | number)[];
type Place = Pick<Position, "path" | "type">;

function places(
  schema: GraphQLSchema,
  within: (type: GraphQLInputType, path: Steps) => Place[],
): Position[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((arg) =>
        within(arg.type, [arg.name]).map(({ path, type }) => ({
          isChange: root === schema.getMutationType(),
          field,
          path,
          type,
        })),
      ),
    ),
  );
}

/** Every place of a scalar in a value of the type. */
export function scalarsIn(type: GraphQLInputType, path: Steps): Place[] {
  if (isNonNullType(type)) return scalarsIn(type.ofType, path);
  if (isListType(type)) return scalarsIn(type.ofType, [...path, 0]);
  if (isInputObjectType(type)) return below(type, path, scalarsIn);
  return isScalarType(type) ? [{ path, type: type.name }] : [];
}

function inputsIn(type: GraphQLInputType, path: Steps): Place[] {
  if (isNonNullType(type)) return inputsIn(type.ofType, path);
  if (isListType(type)) return inputsIn(type.ofType, [...path, 0]);
  if (!isInputObjectType(type)) return [];
  return [{ path, type: type.name }, ...below(type, path, inputsIn)];
}

const below = (type: GraphQLInputObjectType, path: Steps, within: typeof scalarsIn): Place[] =>
  Object.values(type.getFields()).flatMap((one) => within(one.type, [...path, one.name]));

/**
 * The arguments of a call that has what it must have, and at one place what is to be tried. Also
 * what leads there is given.
 */
export function callWith(position: Position, value: unknown, ids: Ids): Record<string, unknown> {
  const { field, path } = position;
  const [first = ""] = path;
  const given = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === first);
  return Object.fromEntries(
    given.map((arg) => {
      const onPath = arg.name === first ? path.slice(1) : null;
      const at = { field: field.name, name: arg.name, ids, value };
      return [arg.name, written(arg.type, onPath, at)];
    }),
  );
}

interface At {
  readonly field: string;
  readonly name: string;
  readonly ids: Ids;
  readonly value: unknown;
}

function written(type: GraphQLInputType, path: Steps | null, at: At): unknown {
  if (isNonNullType(type)) return written(type.ofType, path, at);
  if (path?.length === 0) return at.value;
  if (isListType(type)) return [written(type.ofType, path?.slice(1) ?? null, at)];
  if (isInputObjectType(type)) {
    const [next] = path ?? [];
    const fields = Object.values(type.getFields()).filter(
      (one) => isRequiredInputField(one) || one.name === next,
    );
    return Object.fromEntries(
      fields.map((one) => {
        const onPath = one.name === next ? (path?.slice(1) ?? null) : null;
        return [one.name, written(one.type, onPath, { ...at, name: nameIn(at.name, one.name) })];
      }),
    );
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.name === "ID") return idFor(at);
  return SOUND[at.name] ?? SIMPLE[type.name];
}

/** A document that calls the field with variables, and selects what is enough to see an answer. */
export function documentOf(position: Position, args: Record<string, unknown>): string {
  const { field, isChange, through = [] } = position;
  const given = field.args.filter(({ name }) => Object.hasOwn(args, name));
  const takes = given.map(({ name, type }: GraphQLArgument) => `$${name}: ${String(type)}`);
  const passes = given.map(({ name }) => `${name}: $${name}`);
  const head = takes.length > 0 ? `(${takes.join(", ")})` : "";
  const call = passes.length > 0 ? `(${passes.join(", ")})` : "";
  const body = isCompositeType(getNamedType(field.type)) ? " { __typename }" : "";
  const asked = ["", ...through, `answer: ${field.name}${call}${body}`].join(" { ");
  return `${isChange ? "mutation" : "query"} ${head}${asked}${" }".repeat(through.length + 1)}`;
}

const TAKES_AWAY = /^(delete|remove|end|cancel|revoke|withdraw)/;

/** The first of its kind; but what is taken away is the last, so that others find theirs. */
function idFor({ field, name, ids }: At): string | undefined {
  return ids.get(kindOfId(field, name) ?? "org")?.at(TAKES_AWAY.test(field) ? -1 : 0);
}
