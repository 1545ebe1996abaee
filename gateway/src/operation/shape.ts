import {
  type FieldNode,
  getNamedType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { plannedKey } from "./canonical.ts";
import { collectFields, type Selecting } from "./collect-fields.ts";

/** A field of an answer: where the planner puts it, and what may stand there. */
export interface FieldShape {
  /** The response key of the client. */
  readonly key: string;
  /** The response key in the planner's result. */
  readonly source: string;
  /** `Organisation.name`, for messages. */
  readonly coordinate: string;
  readonly value: ValueShape;
}

/** The type of a value with the selection below it. */
export type ValueShape =
  | { readonly kind: "leaf"; readonly nullable: boolean }
  /** `__typename`: known without asking. */
  | { readonly kind: "typename"; readonly nullable: false; readonly name: string }
  | { readonly kind: "list"; readonly nullable: boolean; readonly item: ValueShape }
  | { readonly kind: "object"; readonly nullable: boolean; readonly object: ObjectShape }
  | { readonly kind: "abstract"; readonly nullable: boolean; readonly of: Possible };

export interface ObjectShape {
  /** Whether other services may hold references to it: see `Completion`. */
  readonly isEntity: boolean;
  readonly fields: readonly FieldShape[];
}

/** The shape for one of the possible types, by its name. */
export type Possible = (typename: unknown) => ObjectShape | undefined;

/** Everything below one selection, made once for each operation and set of conditions. */
export function shapeOf(
  selecting: Selecting,
  type: GraphQLObjectType,
  nodes: readonly Pick<FieldNode, "selectionSet">[],
): ObjectShape {
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const groups = [...collectFields(selecting, type, sets).entries()];
  const fields = groups.map(([key, group]) => fieldOf(selecting, type, { key, group }));
  return { isEntity: selecting.entities.has(type.name), fields };
}

function fieldOf(
  selecting: Selecting,
  type: GraphQLObjectType,
  { key, group }: { key: string; group: readonly FieldNode[] },
): FieldShape {
  const [first] = group;
  const name = first?.name.value ?? key;
  const place = {
    key,
    source: first ? plannedKey(first) : key,
    coordinate: `${type.name}.${name}`,
  };
  if (name === "__typename") {
    return { ...place, value: { kind: "typename", nullable: false, name: type.name } };
  }
  const field = type.getFields()[name];
  // `__schema` and `__type` are answered here, not by the planner: what they hold is complete.
  if (!field) return { ...place, source: key, value: { kind: "leaf", nullable: true } };
  return { ...place, value: valueOf(selecting, field.type, group) };
}

function valueOf(
  selecting: Selecting,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): ValueShape {
  if (isNonNullType(type)) {
    const value = valueOf(selecting, type.ofType as GraphQLOutputType, nodes);
    return value.kind === "typename" ? value : { ...value, nullable: false };
  }
  if (isListType(type)) {
    const item = valueOf(selecting, type.ofType, nodes);
    return { kind: "list", nullable: true, item };
  }
  return namedValue(selecting, getNamedType(type), nodes);
}

function namedValue(
  selecting: Selecting,
  type: GraphQLNamedOutputType,
  nodes: readonly FieldNode[],
): ValueShape {
  if (isObjectType(type)) {
    return { kind: "object", nullable: true, object: shapeOf(selecting, type, nodes) };
  }
  if (!isAbstractType(type)) return { kind: "leaf", nullable: true };
  const shapes = new Map<unknown, ObjectShape>();
  const of: Possible = (typename) => {
    const known = shapes.get(typename);
    if (known || typeof typename !== "string") return known;
    const concrete = selecting.schema.getType(typename);
    if (!isObjectType(concrete) || !selecting.schema.isSubType(type, concrete)) return undefined;
    const shape = shapeOf(selecting, concrete, nodes);
    shapes.set(typename, shape);
    return shape;
  };
  return { kind: "abstract", nullable: true, of };
}
