import {
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import type { Dice } from "./dice.ts";
import { type Ids, kindOfId, nameIn } from "./id-kind.ts";

const TEXTS = [
  ...["", " ", "house", "Name of something", "école", "日本語", "\u202Eabc", "a'b", '"', "\\"],
  ...["%", "_", "$1", "--", "<script>", "{{7*7}}", "\n", "0", "null", "x".repeat(300)],
];

const LEAVES: Readonly<Record<string, readonly unknown[]>> = {
  String: TEXTS,
  Boolean: [true, false],
  Int: [0, 1, 2, 3, 5, 7, 20, 23, 100, 101, -1, 2_147_483_647, -2_147_483_648],
  Float: [0, 1.5, -1, 1e300],
  CountryCode: ["GB", "KE", "IT", "FR", "US"],
  Date: ["2024-02-29", "2030-01-01", "1990-12-31", "0001-01-01", "9999-12-31"],
  DateTime: ["2024-01-01T00:00:00Z", "2030-06-01T12:00:00+05:30", "1970-01-01T00:00:00Z"],
  LocalDateTime: ["2030-01-10T10:00:00", "2030-03-31T01:30:00", "9999-12-31T23:59:59"],
  LanguageTag: ["en", "fr", "zh-Hans", "ar"],
  TimeZone: ["Europe/London", "Asia/Kolkata", "Pacific/Apia", "UTC"],
};

/** Values that fit an input type, sound as far as its scalars go. */
export class ValueWriter {
  /** The field of the graph whose arguments are written. */
  field = "";

  constructor(
    private readonly dice: Dice,
    private readonly ids: Ids,
  ) {}

  /** @param name of the argument or input field, after which an id is chosen */
  write(type: GraphQLInputType, name: string, depth = 0): unknown {
    if (isNonNullType(type)) return this.present(type.ofType, name, depth);
    return this.dice.happens(6) ? null : this.present(type, name, depth);
  }

  private id(name: string): string {
    const kind = kindOfId(this.field, name);
    const own = kind === null || this.dice.happens(10) ? undefined : this.ids.get(kind);
    if (own && own.length > 0) return this.dice.from(own);
    return this.dice.from(this.ids.get(this.dice.from([...this.ids.keys()])) ?? [""]);
  }

  private present(type: GraphQLInputType, name: string, depth: number): unknown {
    if (isListType(type)) {
      const { ofType } = type;
      const length = this.dice.happens(4) ? 30 : this.dice.next(4);
      return Array.from({ length }, () => this.write(ofType, name, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => this.isGiven(field, depth));
      return Object.fromEntries(
        fields.map((field) => [
          field.name,
          this.write(field.type, nameIn(name, field.name), depth + 1),
        ]),
      );
    }
    if (isEnumType(type)) return this.dice.from(type.getValues()).name;
    return this.leaf(type, name);
  }

  private isGiven(field: GraphQLInputField, depth: number): boolean {
    if (isRequiredInputField(field)) return true;
    // Who sends the same key again would be answered as before.
    return field.name !== "idempotencyKey" && this.dice.happens(depth > 2 ? 20 : 40);
  }

  private leaf({ name: type }: GraphQLScalarType, name: string): unknown {
    if (type === "ID") return this.id(name);
    if (name === "first" || name === "budget") return this.dice.from([0, 1, 2, 5, 20, 100, 101]);
    if (name === "edgeBudget") return this.dice.from([1, 20, 100, 500]);
    return this.dice.from(LEAVES[type] ?? TEXTS);
  }
}
