import {
  astFromValue,
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
  OperationTypeNode,
  print,
} from "graphql";
import type { Dice } from "./dice.ts";
import type { Ids } from "./id-kind.ts";
import { ValueWriter } from "./value-writer.ts";

export interface Operation {
  readonly type: OperationTypeNode;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Field = GraphQLField<unknown, unknown>;

/** How deep most questions go; one in so many goes far beyond what is allowed. */
const DEPTH = 7;

/** Writes one operation that is valid for the schema, by the throw of dice. */
export class OperationWriter {
  private readonly values: ValueWriter;
  private readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  /** What a response key stands for, everywhere in the document: so any two selections merge. */
  private readonly keys = new Map<string, string>();
  /** Fields that may still be written, so that no question is endless. */
  private left: number;
  private readonly deepest: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    ids: Ids,
  ) {
    this.values = new ValueWriter(dice, ids);
    const isBomb = dice.happens(3);
    this.left = isBomb ? 400 : 4 + dice.next(40);
    this.deepest = isBomb ? 30 : DEPTH;
  }

  write(type: OperationTypeNode): Operation {
    const root = this.schema.getRootType(type);
    if (!root) throw new Error(`The schema has no ${type}`);
    const body = this.rootSelection(root, type);
    const head = this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
    const query = [`${type} Fuzz${head} ${body}`, ...this.fragments].join("\n");
    return { type, query, variables: this.variables };
  }

  private rootSelection(root: GraphQLObjectType, type: OperationTypeNode): string {
    const fields = Object.values(root.getFields());
    const most = type === OperationTypeNode.MUTATION ? 2 : 4;
    const count = this.dice.happens(2) ? 35 : 1 + this.dice.next(most);
    const chosen = Array.from({ length: count }, () => this.dice.from(fields));
    return `{ ${chosen.map((field) => this.field(field, 1)).join(" ")} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (isAbstractType(type) && this.dice.happens(80)) {
      const on = this.dice.from(this.schema.getPossibleTypes(type));
      return `{ __typename ... on ${on.name}${this.directive()} ${this.selection(on, depth)} }`;
    }
    if (this.dice.happens(8)) return `{ ${this.namedFragment(type, depth)} }`;
    const fields = this.fieldsAt(type, depth);
    if (fields.length === 0) return "{ __typename }";
    const written = this.dice.some(fields, 5).map((field) => this.field(field, depth + 1));
    return `{ ${written.join(" ")} }`;
  }

  /** Lists that lead on twice, leaves once: else every question would end at once. */
  private fieldsAt(type: GraphQLCompositeType, depth: number): Field[] {
    const all = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaves = all.filter(({ type: of }) => !isCompositeType(getNamedType(of)));
    if (depth >= this.deepest || this.left <= 0) return leaves;
    const onward = all.filter(({ type: of }) => isCompositeType(getNamedType(of)));
    return this.deepest > DEPTH && onward.length > 0 ? onward : [...leaves, ...onward, ...onward];
  }

  private namedFragment(type: GraphQLCompositeType, depth: number): string {
    const name = `F${this.fragments.length}`;
    const at = this.fragments.push("") - 1;
    this.fragments[at] = `fragment ${name} on ${type.name} ${this.selection(type, depth)}`;
    return `...${name}${this.directive()}`;
  }

  private field(field: Field, depth: number): string {
    this.left -= 1;
    this.values.field = field.name;
    const args = this.arguments(field.args);
    const key = this.keyOf(field, args);
    const type = getNamedType(field.type);
    const body = isCompositeType(type) ? ` ${this.selection(type, depth)}` : "";
    const alias = key === field.name ? "" : `${key}: `;
    return `${alias}${field.name}${args}${this.directive()}${body}`;
  }

  private arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || this.dice.happens(45));
    const written = given.map((arg) => `${arg.name}: ${this.argument(arg)}`);
    return written.length > 0 ? `(${written.join(", ")})` : "";
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = this.values.write(type, name);
    if (this.dice.happens(50)) {
      const literal = astFromValue(value, type);
      if (literal) return print(literal);
    }
    return this.variable(String(type), value);
  }

  private directive(): string {
    if (!this.dice.happens(8)) return "";
    const name = this.dice.from(["include", "skip"]);
    return ` @${name}(if: ${this.variable("Boolean!", this.dice.happens(50))})`;
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private keyOf(field: Field, args: string): string {
    const meaning = `${field.name}${args}: ${String(field.type)}`;
    for (let count = 0; ; count += 1) {
      const key = count === 0 ? field.name : `${field.name}_${count}`;
      const known = this.keys.get(key);
      if (known !== undefined && known !== meaning) continue;
      this.keys.set(key, meaning);
      return key;
    }
  }
}
