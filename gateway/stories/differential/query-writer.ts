import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isUnionType,
} from "graphql";
import { type Choice, Twist } from "./choices.ts";
import { ArgumentWriter } from "./argument-writer.ts";

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

type Option =
  | { readonly kind: "field"; readonly field: GraphQLField<unknown, unknown> }
  | { readonly kind: "typename" }
  | { readonly kind: "fragment"; readonly on: GraphQLCompositeType };

/** Reads a tree of choices as a query that is valid for the schema. */
export class QueryWriter {
  private readonly fragments = new Map<string, Fragment>();
  /** What a response key stands for, everywhere in the document: so any two selections merge. */
  private readonly keys = new Map<string, string>();
  private readonly arguments = new ArgumentWriter();

  constructor(private readonly schema: GraphQLSchema) {}

  write(choices: readonly Choice[], root: GraphQLObjectType): RandomQuery {
    const body = this.selections(root, choices);
    const twist = new Twist(choices[0]?.twist ?? 0);
    const kind = root === this.schema.getMutationType() ? "mutation" : "query";
    const fragments = [...this.fragments].map(
      ([name, { on, body }]) => `fragment ${name} on ${on.name} ${body}`,
    );
    const named = twist.happens(30);
    const others = named && twist.happens(30) ? ["query Other { __typename }"] : [];
    const head = `${kind} ${named ? "Main" : ""}${this.arguments.declarations()}`;
    return {
      query: [`${head} ${body}`, ...fragments, ...others].join("\n"),
      variables: this.arguments.variables,
      ...(named && { operationName: "Main" }),
    };
  }

  private selections(type: GraphQLCompositeType, choices: readonly Choice[]): string {
    const options = this.optionsOf(type);
    if (choices.length === 0) return `{ ${this.leaf(type)} }`;
    const written = choices.map((choice) => {
      const option = options[choice.pick % options.length];
      return option ? this.selection(type, option, choice) : "";
    });
    return `{ ${written.join(" ")} }`;
  }

  private selection(type: GraphQLCompositeType, option: Option, choice: Choice): string {
    const twist = new Twist(choice.twist);
    const spot = { twist, children: choice.children, directive: this.arguments.directive(twist) };
    switch (option.kind) {
      case "typename":
        return `${twist.happens(20) ? "kind_: " : ""}__typename${spot.directive}`;
      case "fragment":
        return this.fragment(type, option.on, spot);
      case "field":
        return this.field(option.field, spot);
    }
  }

  /** What is selected when nothing is chosen. */
  private leaf(type: GraphQLCompositeType): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaf = fields.find((field) => isLeafType(getNamedType(field.type)));
    return leaf
      ? this.field(leaf, { twist: new Twist(0), directive: "", children: [] })
      : "__typename";
  }

  private field(field: GraphQLField<unknown, unknown>, spot: Spot): string {
    const args = this.arguments.write(field.args, spot.twist);
    const key = this.keyOf(field, args, spot.twist);
    const type = getNamedType(field.type);
    const body = isCompositeType(type) ? ` ${this.selections(type, spot.children)}` : "";
    const alias = key === field.name ? "" : `${key}: `;
    return `${alias}${field.name}${args}${spot.directive}${body}`;
  }

  /** Now and then an alias that is another field's name, such as the key that a planner needs. */
  private keyOf(field: GraphQLField<unknown, unknown>, args: string, twist: Twist): string {
    const meaning = `${field.name}${args}: ${String(field.type)}`;
    const wishes = [field.name];
    if (twist.happens(15)) wishes.unshift(twist.from(["id", "name", "node", "title", "mine"]));
    for (let count = 0; ; count += 1) {
      const key = wishes.shift() ?? `${field.name}_${count}`;
      const known = this.keys.get(key);
      if (known !== undefined && known !== meaning) continue;
      this.keys.set(key, meaning);
      return key;
    }
  }

  private fragment(type: GraphQLCompositeType, on: GraphQLCompositeType, spot: Spot): string {
    const { twist, children, directive } = spot;
    const usable = [...this.fragments].filter(([, known]) => this.fits(type, known.on));
    if (usable.length > 0 && twist.happens(25)) return `...${twist.from(usable)[0]}${directive}`;
    const body = this.selections(on, children);
    if (!twist.happens(40)) return `...${on === type ? "" : ` on ${on.name}`}${directive} ${body}`;
    const name = `F${this.fragments.size}`;
    this.fragments.set(name, { on, body });
    return `...${name}${directive}`;
  }

  private optionsOf(type: GraphQLCompositeType): Option[] {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const others = Object.values(this.schema.getTypeMap())
      .filter(isCompositeType)
      .filter(({ name }) => !name.startsWith("__"))
      .filter((on) => this.fits(type, on));
    return [
      // Three times, so that most of a query is fields.
      ...[...fields, ...fields, ...fields].map((field) => ({ kind: "field" as const, field })),
      { kind: "typename" as const },
      ...others.map((on) => ({ kind: "fragment" as const, on })),
    ];
  }

  private fits(type: GraphQLCompositeType, on: GraphQLCompositeType): boolean {
    const possible = (of: GraphQLCompositeType): readonly GraphQLObjectType[] =>
      isObjectType(of) ? [of] : this.schema.getPossibleTypes(of);
    return possible(type).some((one) => possible(on).includes(one));
  }
}

interface Spot {
  readonly twist: Twist;
  readonly directive: string;
  readonly children: readonly Choice[];
}

interface Fragment {
  readonly on: GraphQLCompositeType;
  readonly body: string;
}
