import { conflict } from "@convene/shared/errors";
import {
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from "graphql";

/** Any value of an object type. An entity is the same wherever it is reached; others are not. */
export interface Thing {
  readonly __typename: string;
  readonly key: string;
  readonly id?: string;
}

/** How often things go wrong, in percent. */
export interface Fate {
  readonly seed: number;
  readonly missing: number;
  readonly nulls: number;
  readonly errors: number;
}

/** A field where it is asked for, as the service that owns it sees it. */
export interface Place {
  readonly service: string;
  readonly schema: GraphQLSchema;
  readonly type: GraphQLOutputType;
  /** The type that the field is on, for a field of the root. */
  readonly parent: string;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const ENTITIES = new Set(["Organisation", "Person", "Meeting", "Campaign"]);
const IDS = 6;
const LONGEST = 3;

/**
 * All data of one run, none of it stored: what a field holds, whether it is null or fails, and
 * which entities a service has never heard of, all follow from the seed and the place. So the
 * subgraphs and the reference, asked in any order and any number of times, agree.
 */
export class World {
  /** The mutation fields that were resolved, in their order. */
  readonly changes: string[] = [];

  constructor(private readonly fate: Fate) {}

  /** False for an entity that this service does not have, while others may point at it. */
  knows(service: string, { __typename, id }: Thing): boolean {
    return this.roll("missing", service, __typename, id ?? "") % 100 >= this.fate.missing;
  }

  thing(__typename: string, id: string): Thing {
    return { __typename, id, key: `${__typename} ${id}` };
  }

  resolve(source: Thing | undefined, place: Place): unknown {
    if (place.field === "id") return source?.id ?? null;
    const key = `${source?.key ?? place.parent}.${place.field}(${stable(place.args)})`;
    if (place.parent === "Mutation") this.changes.push(key);
    return this.value(place.type, { key, place });
  }

  private value(type: GraphQLOutputType, at: At): unknown {
    if (this.roll("error", at.key) % 100 < this.fate.errors) throw this.failure(at.key);
    return this.maybe(type, at);
  }

  private maybe(type: GraphQLOutputType, at: At): unknown {
    if (isNonNullType(type)) return this.present(type.ofType as GraphQLOutputType, at);
    return this.roll("null", at.key) % 100 < this.fate.nulls ? null : this.present(type, at);
  }

  private present(type: GraphQLOutputType, at: At): unknown {
    if (isListType(type)) return this.list(type.ofType as GraphQLOutputType, at);
    if (isEnumType(type)) return this.pick(type.getValues(), `${at.key} enum`).value;
    if (isScalarType(type)) return this.scalar(type.name, at.key);
    const concrete = isAbstractType(type)
      ? this.pick(at.place.schema.getPossibleTypes(type), `${at.key} type`).name
      : getNamedType(type).name;
    return ENTITIES.has(concrete) ? this.edge(concrete, at) : { __typename: concrete, key: at.key };
  }

  /** Whoever has entities of a type points only at those that it has: edges are null at source. */
  private edge(typename: string, { key, place }: At): Thing | null {
    const thing = this.thing(typename, String(this.roll("edge", key) % IDS));
    return this.knows(place.service, thing) ? thing : null;
  }

  private list(item: GraphQLOutputType, at: At): unknown[] {
    const length = this.roll("length", at.key) % (LONGEST + 1);
    const values: unknown[] = [];
    for (let index = 0; index < length; index += 1) {
      const value = this.maybe(item, { ...at, key: `${at.key}[${index}]` });
      if (value !== null || !isNonNullType(item)) values.push(value);
    }
    return values;
  }

  private scalar(name: string, key: string): unknown {
    const number = this.roll("scalar", key);
    if (name === "Int") return number % 1000;
    if (name === "Boolean") return number % 2 === 0;
    return `s${number.toString(36)}`;
  }

  private failure(key: string): Error {
    const known = this.roll("failure", key) % 2 === 0;
    return known ? conflict(`Refused at ${key}`) : new Error(`secret of ${key}`);
  }

  private pick<T>(from: readonly T[], key: string): T {
    const picked = from[this.roll("pick", key) % from.length];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }

  /** FNV-1a with a final mix: small, and the same everywhere. */
  private roll(...parts: readonly string[]): number {
    let hash = 0x811c9dc5 ^ this.fate.seed;
    for (const character of parts.join("\u0000")) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }
}

interface At {
  readonly key: string;
  readonly place: Place;
}

/** The same text for the same arguments, in whatever order an executor coerces them. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, field]) => `${name}:${stable(field)}`);
  return `{${entries.sort().join()}}`;
}
