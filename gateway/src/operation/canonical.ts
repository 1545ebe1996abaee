import { limitExceeded } from "@convene/shared/errors";
import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLNamedOutputType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { collectFields, possibleTypes, type Selecting } from "./collect-fields.ts";

/**
 * Before an alias of the client. The planner aborts the whole process when a client gives the name
 * of a key to something else (`id: people { name }`), so it never sees a client's alias as it is.
 */
const ALIAS = "c__";

/** Where there is nothing else to ask for, or no other way to tell an object's type. */
export const TYPENAME: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: "__typename" },
};

/** The client's response key for one of the planner's. */
export const clientKey = (planned: string): string =>
  planned.startsWith(ALIAS) ? planned.slice(ALIAS.length) : planned;

/** The response key that the planner is given for a field. */
export function plannedKey({ alias, name }: FieldNode): string {
  return alias && alias.value !== name.value ? ALIAS + alias.value : name.value;
}

/**
 * Writes a selection in the one form that the planner is ever given: no named fragments, no
 * `@include` or `@skip`, equal fields merged, fragments only from an interface or a union to an
 * object type, and `__typename` exactly where the type is not plain from the schema.
 */
export class CanonicalForm {
  private fields = 0;

  constructor(
    private readonly selecting: Selecting,
    /** Fields of the whole operation; more are refused. */
    private readonly most: number,
  ) {}

  selection(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): SelectionSetNode {
    const common = [...collectFields(this.selecting, type, sets).values()];
    const selections: SelectionNode[] = this.fieldsOf(type, common);
    if (!isAbstractType(type)) return selectionSet(selections);
    const nodes = new Set(common.flat());
    for (const possible of possibleTypes(this.selecting.schema, type)) {
      const specific = [...collectFields(this.selecting, possible, sets).values()]
        .map((group) => group.filter((node) => !nodes.has(node)))
        .filter((group) => group.length > 0);
      const fields = this.fieldsOf(possible, specific);
      if (fields.length > 0) selections.push(fragment(possible.name, fields));
    }
    return selectionSet([TYPENAME, ...selections]);
  }

  /** One field for each group; what begins with `__` is known without asking. */
  private fieldsOf(
    type: GraphQLCompositeType,
    groups: readonly (readonly FieldNode[])[],
  ): FieldNode[] {
    return groups.flatMap((nodes) => {
      const [first] = nodes;
      if (!first || first.name.value.startsWith("__")) return [];
      this.fields += 1;
      if (this.fields > this.most) {
        throw limitExceeded(`A request may not ask for more than ${this.most} fields`);
      }
      return [this.field(namedTypeOf(type, first.name.value), first, nodes)];
    });
  }

  private field(
    type: GraphQLNamedOutputType,
    first: FieldNode,
    nodes: readonly FieldNode[],
  ): FieldNode {
    const key = plannedKey(first);
    const sets = nodes.flatMap((node) => node.selectionSet ?? []);
    return {
      kind: Kind.FIELD,
      name: first.name,
      ...(key !== first.name.value && { alias: { kind: Kind.NAME, value: key } }),
      ...(first.arguments && { arguments: first.arguments }),
      ...(isCompositeType(type) && { selectionSet: this.selection(type, sets) }),
    };
  }
}

function namedTypeOf(type: GraphQLCompositeType, name: string): GraphQLNamedOutputType {
  const field = isUnionType(type) ? undefined : type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no field ${name}`);
  return getNamedType(field.type);
}

const selectionSet = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: selections.length > 0 ? selections : [TYPENAME],
});

const fragment = (name: string, selections: readonly SelectionNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});
