import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from "graphql";
import type { Twist } from "./choices.ts";

const DEEPEST = 2;

/** Writes arguments and directives as literals, variables, or both in one. */
export class ArgumentWriter {
  readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];

  declarations(): string {
    return this.declared.length > 0 ? `(${this.declared.join(", ")})` : "";
  }

  directive(twist: Twist): string {
    if (!twist.happens(15)) return "";
    const name = twist.from(["include", "skip"]);
    const value = twist.happens(50);
    const condition = twist.happens(70) ? this.variable("Boolean!", value) : String(value);
    return ` @${name}(if: ${condition})`;
  }

  write(args: readonly GraphQLArgument[], twist: Twist): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || twist.happens(60));
    const written = given.map((arg) => `${arg.name}: ${this.argument(arg, twist)}`);
    return written.length > 0 ? `(${written.join(", ")})` : "";
  }

  private argument(arg: GraphQLArgument, twist: Twist): string {
    if (!twist.happens(40)) return this.literal(arg.type, twist, 0);
    // A nullable variable may stand where a default value waits, and may be left out or null.
    const optional = isNonNullType(arg.type) && arg.defaultValue !== undefined;
    const type: GraphQLInputType = optional ? getNullableType(arg.type) : arg.type;
    const fallback = isNonNullType(type) || !twist.happens(20) ? "" : " = null";
    if (!isNonNullType(type) && twist.happens(20))
      return this.declare(`${String(type)}${fallback}`);
    return this.variable(String(type), this.json(type, twist, 0));
  }

  private variable(type: string, value: unknown): string {
    const name = this.declare(type);
    this.variables[name.slice(1)] = value;
    return name;
  }

  private declare(type: string): string {
    const name = `$v${this.declared.length}`;
    this.declared.push(`${name}: ${type}`);
    return name;
  }

  private literal(type: GraphQLInputType, twist: Twist, depth: number): string {
    if (isNonNullType(type)) return this.present(type.ofType, twist, depth);
    if (twist.happens(10)) return "null";
    if (depth > 0 && twist.happens(25))
      return this.variable(String(type), this.json(type, twist, depth));
    return this.present(type, twist, depth);
  }

  private present(type: GraphQLInputType, twist: Twist, depth: number): string {
    if (isListType(type)) {
      const items = Array.from({ length: twist.next(3) }, () =>
        this.literal(type.ofType, twist, depth + 1),
      );
      return `[${items.join(", ")}]`;
    }
    if (isInputObjectType(type)) {
      const fields = chosen(Object.values(type.getFields()), twist, depth).map(
        (field) => `${field.name}: ${this.literal(field.type, twist, depth + 1)}`,
      );
      return `{${fields.join(", ")}}`;
    }
    const value = leaf(type, twist);
    return isEnumType(type) ? String(value) : JSON.stringify(value);
  }

  private json(type: GraphQLInputType, twist: Twist, depth: number): unknown {
    if (isNonNullType(type)) return this.json(type.ofType, twist, depth);
    if (twist.happens(8)) return null;
    if (isListType(type)) {
      const item = type.ofType;
      return Array.from({ length: twist.next(3) }, () => this.json(item, twist, depth + 1));
    }
    if (!isInputObjectType(type)) return leaf(type, twist);
    const fields = chosen(Object.values(type.getFields()), twist, depth);
    return Object.fromEntries(
      fields.map((field) => [field.name, this.json(field.type, twist, depth + 1)]),
    );
  }
}

const chosen = (fields: readonly GraphQLInputField[], twist: Twist, depth: number) =>
  fields.filter(() => depth < DEEPEST && twist.happens(50));

function leaf(type: GraphQLInputType, twist: Twist): string | number | boolean {
  if (isEnumType(type)) return twist.from(type.getValues()).name;
  switch (String(type)) {
    case "Int":
      return twist.next(7) - 1;
    case "Boolean":
      return twist.happens(50);
    case "ID":
      return String(twist.next(6));
    default:
      return twist.from(["", "any", 'quote " and \\ é\u{1F30D}', "line\nbreak"]);
  }
}
