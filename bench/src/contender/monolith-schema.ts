import { makeExecutableSchema } from "@graphql-tools/schema";
import { apiSchemaOf } from "@convene/platform/check/api-schema";
import { type ServiceName, serviceNames, type Services } from "@convene/platform/runtime/services";
import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { Viewer } from "@convene/shared/viewer";
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  printSchema,
} from "graphql";

/** What a request has: the context of every service, made when it is first needed. */
export interface MonolithContext {
  readonly of: (service: ServiceName) => ServiceContext;
}

export function contextOf(
  services: Services,
  viewer: Viewer | null,
  requestId: string,
): MonolithContext {
  const made = new Map<ServiceName, ServiceContext>();
  return {
    of: (name) => {
      const known = made.get(name);
      if (known) return known;
      const fresh = services[name].createContext(viewer, requestId);
      made.set(name, fresh);
      return fresh;
    },
  };
}

type Resolve = GraphQLFieldResolver<unknown, MonolithContext>;
type ServiceResolve = GraphQLFieldResolver<unknown, ServiceContext>;
type ByName<T> = Record<string, T>;

/**
 * The whole graph as one schema, as somebody would have it who had never heard of federation: the
 * services' own resolvers and loaders, called directly. Where an edge ends in a type that another
 * service keeps, that service's loader is called at once, in the place of a stub.
 */
export function monolithSchema(services: Services, supergraph: string): GraphQLSchema {
  const parts = new Parts(services);
  const api = apiSchemaOf(supergraph);
  const resolvers: ByName<unknown> = {};
  for (const type of Object.values(api.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    if (isObjectType(type)) resolvers[type.name] = parts.fieldsOf(type);
    else if (isScalarType(type) || isEnumType(type)) resolvers[type.name] = parts.leaf(type.name);
    else if (isAbstractType(type)) resolvers[type.name] = { __resolveType: parts.typenameOf };
  }
  return makeExecutableSchema({ typeDefs: printSchema(api), resolvers: resolvers as never });
}

/** The services' schemas, and which of them keeps what. */
class Parts {
  private readonly schemas: readonly (readonly [ServiceName, GraphQLSchema])[];
  /** Of what stands behind an interface: which type it is. */
  private readonly typenames = new WeakMap<object, string>();

  constructor(services: Services) {
    this.schemas = serviceNames.map((name) => [name, services[name].schema] as const);
  }

  readonly typenameOf = (value: object): string | undefined => this.typenames.get(value);

  fieldsOf(type: GraphQLObjectType): ByName<Resolve> {
    const home = this.homeOf(type.name);
    return Object.fromEntries(
      Object.keys(type.getFields()).map((name) => [name, this.resolver(home, type.name, name)]),
    );
  }

  /** A scalar; or the values by which the services know those of an enum. */
  leaf(name: string): unknown {
    const type = this.schemas.map(([, schema]) => schema.getType(name)).find(Boolean);
    if (!isEnumType(type)) return type;
    return Object.fromEntries(type.getValues().map((one) => [one.name, one.value]));
  }

  /** The service that knows the most fields of a type: the others know its key and their own. */
  private homeOf(type: string): ServiceName {
    const counts = this.schemas.map(([name, schema]) => ({
      name,
      fields: fieldsIn(schema, type).length,
    }));
    const [most] = counts.sort((one, other) => other.fields - one.fields);
    if (!most) throw new Error(`Nobody knows ${type}`);
    return most.name;
  }

  private resolver(home: ServiceName, type: string, name: string): Resolve {
    const { service, field } = this.fieldOf(home, type, name);
    const resolve = (field.resolve ?? defaultFieldResolver) as ServiceResolve;
    // Not by names: there are four, as graphql-js gives them.
    const own: Resolve = (...[source, args, context, info]) =>
      resolve(source, args, context.of(service), info);
    const find = this.finder(service, getNamedType(field.type).name);
    if (!find) return own;
    return async (...parameters) => {
      const [, , context, info] = parameters;
      const value: unknown = await own(...parameters);
      const findOne = async (one: unknown) => (isStub(one) ? find(one, context, info) : null);
      return Array.isArray(value) ? Promise.all(value.map(findOne)) : findOne(value);
    };
  }

  private fieldOf(home: ServiceName, type: string, name: string) {
    const first = this.schemas.filter(([service]) => service === home);
    for (const [service, schema] of [...first, ...this.schemas]) {
      const field = fieldsIn(schema, type).find((one) => one.name === name);
      if (field) return { service, field };
    }
    throw new Error(`Nobody resolves ${type}.${name}`);
  }

  /** How a stub of another service becomes the thing itself; null where the service has the thing. */
  private finder(service: ServiceName, name: string): Find | null {
    const type = this.schemaOf(service).getType(name);
    if (isAbstractType(type)) return this.abstractFinder(service, type);
    const home = this.homeOf(name);
    const reference = home === service ? null : referenceIn(this.schemaOf(home), name);
    return reference && ((stub, context) => reference(stub, context.of(home)));
  }

  private abstractFinder(service: ServiceName, type: GraphQLAbstractType): Find {
    return async (stub, context, info) => {
      const typename = await type.resolveType?.(stub, context.of(service), info, type);
      if (!typename) return null;
      const find = this.finder(service, typename);
      const found = find ? await find(stub, context, info) : stub;
      if (found) this.typenames.set(found, typename);
      return found;
    };
  }

  private schemaOf(service: ServiceName): GraphQLSchema {
    const found = this.schemas.find(([name]) => name === service);
    if (!found) throw new Error(`There is no service ${service}`);
    return found[1];
  }
}

type Stub = object;
type Find = (
  stub: Stub,
  context: MonolithContext,
  info: GraphQLResolveInfo,
) => Promise<Stub | null>;
type Reference = (key: Stub, context: ServiceContext) => Promise<Stub | null>;

const isStub = (value: unknown): value is Stub => typeof value === "object" && value !== null;

function fieldsIn(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

/** How a service finds an entity by its key: where @apollo/subgraph keeps `__resolveReference`. */
function referenceIn(schema: GraphQLSchema, name: string): Reference | null {
  const extensions = schema.getType(name)?.extensions as
    { apollo?: { subgraph?: { resolveReference?: Reference } } } | undefined;
  return extensions?.apollo?.subgraph?.resolveReference ?? null;
}
