import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

type Variables = Readonly<Record<string, unknown>>;

/** Items of a list that has no `first`: few by design. */
const ASSUMED_ITEMS = 10;

/** How many objects one selection may answer, as far as it is known without the variables. */
interface SizeNode {
  /** How often it is answered for each object above it: a number, or the variable that says it. */
  readonly times: number | string;
  /** 1 where it is an object itself, 0 for the root. */
  readonly own: 0 | 1;
  readonly below: readonly SizeNode[];
}

/**
 * How many objects an answer may hold when every page is full: what bounds the work of an
 * operation. Armor's cost rule is not used for this, since it does not see pages that are sized by
 * a variable or by a default.
 */
export class AnswerSize {
  private readonly root: SizeNode;
  /** The same for every request, where no variable says how large a page is. */
  private readonly fixed: number | null;

  constructor(
    private readonly schema: GraphQLSchema,
    type: GraphQLCompositeType,
    selectionSet: SelectionSetNode,
  ) {
    this.root = { times: 1, own: 0, below: this.below(type, selectionSet, undefined) };
    this.fixed = isFixed(this.root) ? countOf(this.root, {}) : null;
  }

  count(variables: Variables): number {
    return this.fixed ?? countOf(this.root, variables);
  }

  /** `page`: the size of the page whose edges and nodes these are. */
  private below(
    type: GraphQLCompositeType,
    { selections }: SelectionSetNode,
    page: number | string | undefined,
  ): SizeNode[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = this.schema.getType(selection.typeCondition?.name.value ?? type.name);
        return isCompositeType(on) ? this.below(on, selection.selectionSet, page) : [];
      }
      return selection.kind === Kind.FIELD ? this.field(type, selection, page) : [];
    });
  }

  private field(
    parent: GraphQLCompositeType,
    node: FieldNode,
    page: number | string | undefined,
  ): SizeNode[] {
    if (!node.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return [];
    const field = parent.getFields()[node.name.value];
    if (!field) return [];
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return [];
    const own = pageSize(field, node);
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const times = isList ? (own ?? page ?? ASSUMED_ITEMS) : 1;
    return [
      { times, own: 1, below: this.below(type, node.selectionSet, isList ? undefined : own) },
    ];
  }
}

/** Arguments that say how many there may be: a number, or as many as a list of keys. */
const SIZES: ReadonlySet<string> = new Set(["first", "last", "budget", "ids"]);

function pageSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): number | string | undefined {
  for (const argument of field.args) {
    if (!SIZES.has(argument.name)) continue;
    const value = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind === Kind.LIST) return value.values.length;
    if (value?.kind === Kind.VARIABLE) return value.name.value;
    if (typeof argument.defaultValue === "number") return argument.defaultValue;
  }
  return field.args.some(({ name }) => name === "first") ? ASSUMED_ITEMS : undefined;
}

const isFixed = ({ times, below }: SizeNode): boolean =>
  typeof times === "number" && below.every(isFixed);

function countOf({ times, own, below }: SizeNode, variables: Variables): number {
  const given = typeof times === "string" ? variables[times] : times;
  const each = below.reduce<number>((sum, node) => sum + countOf(node, variables), own);
  const size = Array.isArray(given) ? given.length : given;
  return Math.max(1, typeof size === "number" ? size : ASSUMED_ITEMS) * each;
}
