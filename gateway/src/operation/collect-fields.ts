import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** The graph as clients see it. */
export interface PublicGraph {
  readonly schema: GraphQLSchema;
  /** Names of the types with a `@key`. */
  readonly entities: ReadonlySet<string>;
}

/** What decides which fields an operation selects. */
export interface Selecting extends PublicGraph {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The values of the variables that stand in `@include` and `@skip`. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** The nodes of each response key, in the order of the document. */
export type Collected = Map<string, FieldNode[]>;

const responseKey = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

/**
 * CollectFields of the GraphQL specification (6.3.2). For an interface or a union it collects what
 * is selected whichever of its types an object has.
 */
export function collectFields(
  selecting: Selecting,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): Collected {
  const fields: Collected = new Map();
  const visited = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isSelected(selection.directives ?? [], selecting.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const known = fields.get(key);
        if (known) known.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? type.name;
        if (coversAll(selecting.schema, condition, type)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = selecting.fragments.get(selection.name.value);
        const covers =
          fragment && coversAll(selecting.schema, fragment.typeCondition.name.value, type);
        if (covers) collect(fragment.selectionSet);
      }
    }
  }

  selectionSets.forEach(collect);
  return fields;
}

export function possibleTypes(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLObjectType[] {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
}

/** Whether every object of the type is of the condition, and the condition's fields are its own. */
function coversAll(schema: GraphQLSchema, condition: string, type: GraphQLCompositeType): boolean {
  if (condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && !isUnionType(type) && schema.isSubType(named, type);
}

function isSelected(
  directives: readonly DirectiveNode[],
  conditions: Readonly<Record<string, unknown>>,
): boolean {
  return directives.every(({ name, arguments: given }) => {
    if (name.value !== "include" && name.value !== "skip") return true;
    const value = given?.find((argument) => argument.name.value === "if")?.value;
    const met =
      value?.kind === Kind.VARIABLE
        ? conditions[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return met === (name.value === "include");
  });
}
