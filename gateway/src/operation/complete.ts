import { type ExecutionResult, GraphQLError } from "graphql";
import { clientKey } from "./canonical.ts";
import type { FieldShape, ObjectShape, ValueShape } from "./shape.ts";

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

/** Each is logged: the first of them say enough. */
const MOST_HOLES = 100;

/** In the place of a null where none may stand. */
const ABSENT = undefined;

/**
 * The planner neither carries a null up to the next place that may be null, as the GraphQL
 * specification asks (6.4.4), nor keeps its result to what was selected. This does both, and gives
 * the client its own response keys back.
 */
export function completeResult(shape: ObjectShape, result: ExecutionResult): ExecutionResult {
  const errors = (result.errors ?? []).map(withClientPath);
  const completion = new Completion(explanations(errors));
  const data = completion.object(shape, result.data ?? {}, true);
  const all = [...errors, ...completion.holes];
  return { data, ...(all.length > 0 && { errors: all }) };
}

function withClientPath(error: GraphQLError): GraphQLError {
  const path = error.path?.map((part) => (typeof part === "string" ? clientKey(part) : part));
  return new GraphQLError(error.message, { path, extensions: error.extensions });
}

/**
 * Whether an error at, above or below a place says why it is null. Indexes are left out: the error
 * of a whole call of a service does not have them, and so there are few places to compare.
 */
function explanations(errors: readonly GraphQLError[]): (place: Path) => boolean {
  if (errors.some(({ path }) => path === undefined)) return () => true;
  const told = [...new Set(errors.map(({ path }) => namesOf(path ?? [])))];
  return (place) => {
    const names = namesOf(place);
    return told.some((one) => one.startsWith(names) || names.startsWith(one));
  };
}

/** Each name with a point behind it, so that a text begins with another only where the path does. */
const namesOf = (path: Path): string =>
  path.map((part) => (typeof part === "string" ? `${part}.` : "")).join("");

/** Fits one result of the planner into its shape. */
class Completion {
  /** Nulls where none may stand, that no error of a service explains. */
  readonly holes: GraphQLError[] = [];
  private readonly path: (string | number)[] = [];

  constructor(private readonly explained: (path: Path) => boolean) {}

  /** Null when a field that may not be null is missing and the object cannot stand without it. */
  object(shape: ObjectShape, data: Json, nullable: boolean): Json | null {
    const completed: Record<string, unknown> = {};
    for (const field of shape.fields) {
      this.path.push(field.key);
      const value = this.value(field, field.value, data[field.source]);
      if (value === ABSENT) {
        // A reference that its owner does not know is null, like any other: that is no error.
        const unknown = data[field.source] == null && shape.isEntity && nullable;
        if (data[field.source] == null && !unknown) this.report(field);
        this.path.pop();
        return null;
      }
      this.path.pop();
      completed[field.key] = value;
    }
    return completed;
  }

  private value(field: FieldShape, shape: ValueShape, given: unknown): unknown {
    const known = given != null || shape.kind === "typename";
    const value = known ? this.present(field, shape, given) : null;
    return value === null && !shape.nullable ? ABSENT : value;
  }

  private present(field: FieldShape, shape: ValueShape, given: unknown): unknown {
    switch (shape.kind) {
      case "leaf":
        return given;
      case "typename":
        return shape.name;
      case "list":
        return Array.isArray(given) ? this.list(field, shape.item, given) : null;
      case "object":
        return isJson(given) ? this.object(shape.object, given, shape.nullable) : null;
      case "abstract": {
        const object = isJson(given) ? shape.of(given["__typename"]) : undefined;
        return isJson(given) && object ? this.object(object, given, shape.nullable) : null;
      }
    }
  }

  private list(field: FieldShape, shape: ValueShape, given: readonly unknown[]): unknown {
    const completed: unknown[] = [];
    for (let index = 0; index < given.length; index += 1) {
      this.path.push(index);
      const value = this.value(field, shape, given[index]);
      if (value === ABSENT && given[index] == null) this.report(field);
      this.path.pop();
      if (value === ABSENT) return null;
      completed.push(value);
    }
    return completed;
  }

  private report({ coordinate }: FieldShape): void {
    if (this.holes.length >= MOST_HOLES || this.explained(this.path)) return;
    const message = `Cannot return null for non-nullable field ${coordinate}.`;
    this.holes.push(new GraphQLError(message, { path: [...this.path] }));
  }
}

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;
