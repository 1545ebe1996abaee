import { type GraphQLSchema, isObjectType } from "graphql";
import { Extensions } from "type-graphql";
import type { ServiceContext } from "../subgraph/service-context.ts";

type Subject = (root: never) => string | null;
type Resolve = (...parameters: [never, unknown, ServiceContext, unknown]) => unknown;
type Fields = Record<string, unknown>;

const PERSONAL = "convenePersonal";

/**
 * Beside a field that holds somebody's personal data: whenever others are answered it, the audit log
 * says so.
 *
 * @param of whose it is; null where everybody may see it, so that nobody needs to know who did
 */
export const Personal = <T>(of: (root: T) => string | null) => Extensions({ [PERSONAL]: of });

/** The resolvers of such fields, around those that they have. */
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

interface Noted {
  readonly type: string;
  readonly field: string;
  readonly of: Subject;
}

function noting({ type, field, of }: Noted, plain: Resolve): Resolve {
  return (...parameters) => {
    const [root, , context] = parameters;
    const id = of(root);
    if (id !== null) context.reads?.note({ type, id, field });
    return plain(...parameters);
  };
}

const propertyOf =
  (name: string): Resolve =>
  (root: object) =>
    Reflect.get(root, name);
