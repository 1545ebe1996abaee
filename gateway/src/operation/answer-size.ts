import {
  type FieldNode,
  getNamedType,
  type GraphQLArgument,
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

/** How many there may be: a number, or the variable that says it and what holds without that. */
type Size = number | { readonly variable: string; readonly otherwise: number };

/** How many objects one selection may answer, as far as it is known without the variables. */
interface SizeNode {
  /** How often it is answered for each object above it. */
  readonly times: Size;
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

  /** `above`: the field whose edges and nodes these are. */
  private below(
    type: GraphQLCompositeType,
    { selections }: SelectionSetNode,
    above: SizedField | undefined,
  ): SizeNode[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = this.schema.getType(selection.typeCondition?.name.value ?? type.name);
        return isCompositeType(on) ? this.below(on, selection.selectionSet, above) : [];
      }
      return selection.kind === Kind.FIELD ? this.field(type, selection, above) : [];
    });
  }

  private field(
    parent: GraphQLCompositeType,
    node: FieldNode,
    above: SizedField | undefined,
  ): SizeNode[] {
    if (!node.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return [];
    const field = parent.getFields()[node.name.value];
    if (!field) return [];
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return [];
    const sized = new SizedField(field, node);
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const times = isList ? (sized.page ?? above?.sizeOf(field.name) ?? ASSUMED_ITEMS) : 1;
    const below = this.below(type, node.selectionSet, isList ? undefined : sized);
    return [{ times, own: 1, below }];
  }
}

/** Arguments that say how many there may be: a number, or as many as a list of keys. */
const SIZES: ReadonlySet<string> = new Set(["first", "last", "budget", "ids"]);

/** A field as its arguments say how much it may answer. */
class SizedField {
  /** Of the field itself, or of the lists below it. */
  readonly page: Size | undefined;

  constructor(
    private readonly field: GraphQLField<unknown, unknown>,
    private readonly node: FieldNode,
  ) {
    const sizes = field.args.filter(({ name }) => SIZES.has(name));
    this.page = sizes.map((one) => this.givenBy(one)).find((size) => size !== undefined);
    if (sizes.some(({ name }) => name === "first")) this.page ??= ASSUMED_ITEMS;
  }

  /**
   * Of a list below it. What may be many times as many as the rest has a budget of its own:
   * `edgeBudget` says how many `edges` there may be.
   */
  sizeOf(list: string): Size | undefined {
    const own = this.field.args.find(({ name }) => name === `${list.replace(/s$/, "")}Budget`);
    return (own && this.givenBy(own)) ?? this.page;
  }

  private givenBy({ name, defaultValue }: GraphQLArgument): Size | undefined {
    const usual = typeof defaultValue === "number" ? defaultValue : undefined;
    const value = this.node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind === Kind.LIST) return value.values.length;
    if (value?.kind !== Kind.VARIABLE) return usual;
    return { variable: value.name.value, otherwise: usual ?? ASSUMED_ITEMS };
  }
}

const isFixed = ({ times, below }: SizeNode): boolean =>
  typeof times === "number" && below.every(isFixed);

function countOf({ times, own, below }: SizeNode, variables: Variables): number {
  const each = below.reduce<number>((sum, node) => sum + countOf(node, variables), own);
  return Math.max(1, numberOf(times, variables)) * each;
}

function numberOf(size: Size, variables: Variables): number {
  if (typeof size === "number") return size;
  const given = variables[size.variable];
  if (Array.isArray(given)) return given.length;
  return typeof given === "number" ? given : size.otherwise;
}
