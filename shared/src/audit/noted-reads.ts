import { type GraphQLSchema, isObjectType } from "graphql";
import type { ServiceContext } from "../subgraph/service-context.ts";
import { PERSONAL, type Subject } from "./personal.ts";

type Resolve = (...parameters: [never, unknown, ServiceContext, unknown]) => unknown;
type Fields = Record<string, unknown>;

/** The resolvers of the fields that are marked as personal, around those that they have. */
export function notingReads(
  schema: GraphQLSchema,
  resolvers: Readonly<Record<string, Fields>>,
): Record<string, Fields> {
  const noted: Record<string, Fields> = {};
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const { name, extensions } of Object.values(type.getFields())) {
      const of = extensions[PERSONAL];
      if (typeof of !== "function") continue;
      const known = resolvers[type.name]?.[name];
      const plain = typeof known === "function" ? (known as Resolve) : propertyOf(name);
      noted[type.name] ??= { ...resolvers[type.name] };
      Object.assign(noted[type.name] ?? {}, {
        [name]: noting({ type: type.name, field: name, of: of as Subject }, plain),
      });
    }
  }
  return noted;
}

/** The names of the fields that are marked as personal, `Type.field`. */
export const personalFields = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ extensions }) => PERSONAL in extensions)
        .map(({ name }) => `${type.name}.${name}`),
    );

interface Noted {
  readonly type: string;
  readonly field: string;
  readonly of: Subject;
}

function noting({ type, field, of }: Noted, plain: Resolve): Resolve {
  return (...parameters) => {
    const [root, , context] = parameters;
    return after(plain(...parameters), (answer) => {
      // Whoever is answered nothing has read nothing, and the log is not to name whom a rule hides.
      if (answer === null || answer === undefined) return answer;
      return after(of(root, answer as never, context as never), (id) => {
        if (id !== null) context.reads?.note({ type, id, field });
        return answer;
      });
    });
  };
}

/** At once where it is there at once: a long list of names costs no promises. */
const after = <T>(value: T | Promise<T>, next: (value: T) => unknown): unknown =>
  value instanceof Promise ? value.then(next) : next(value);

const propertyOf =
  (name: string): Resolve =>
  (root: object): unknown =>
    Reflect.get(root, name);
