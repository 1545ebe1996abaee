import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, parse } from "graphql";
import {
  type BuildSchemaOptions,
  buildSchemaSync,
  createResolversMap,
  getMetadataStorage,
} from "type-graphql";
import { viewerOf, whileAsking } from "../audit/asking.ts";
import { notingReads, personalFields } from "../audit/noted-reads.ts";
import { PERSONAL } from "../audit/personal.ts";
import { type LiveField, liveSdl } from "../live/live-field.ts";
import type { ServiceContext } from "./service-context.ts";

const FEDERATION = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.5"
    import: ["@external", "@inaccessible", "@key", "@shareable"]
  )
`;

type Instance = object;
type Fields = Record<string, unknown>;

export interface SubgraphOptions<C extends ServiceContext> {
  /** Resolver objects, already built with their services. */
  readonly resolvers: readonly Instance[];
  /** How each entity that this service owns is found from its key; null when gone or hidden. */
  readonly entities: Readonly<Record<string, (key: never, context: C) => unknown>>;
  /** What may be watched as it changes. */
  readonly live?: readonly LiveField[];
  /** Types that no field returns, such as the implementations of an interface. */
  readonly alsoTypes?: readonly (abstract new () => object)[];
}

/** A code-first schema, turned into an Apollo Federation 2 subgraph. */
export function buildSubgraph<C extends ServiceContext>(
  options: SubgraphOptions<C>,
): GraphQLSchema {
  const schema = buildCodeFirst(options);
  const map = createResolversMap(schema) as Record<string, Fields>;
  Object.assign(map, notingReads(schema, map));
  for (const [type, find] of Object.entries(options.entities)) {
    // A promise, so that what is thrown for one key does not take the others of its batch along.
    const findAlone = async (key: never, context: C): Promise<unknown> => await find(key, context);
    map[type] = { ...map[type], __resolveReference: findAlone };
  }
  const mutations = map["Mutation"];
  if (mutations) map["Mutation"] = freshAfterEach(mutations as Record<string, Resolve>);
  const typeDefs = parse(
    FEDERATION + printSchemaWithDirectives(schema) + liveSdl(options.live ?? []),
  );
  const built = buildSubgraphSchema({ typeDefs, resolvers: map as never });
  return Object.assign(built, { extensions: { [PERSONAL]: personalFields(schema) } });
}

function buildCodeFirst<C extends ServiceContext>(options: SubgraphOptions<C>): GraphQLSchema {
  // A field without a resolver of its own is read as a property, with nothing wrapped around it.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const instances = new Map(options.resolvers.map((resolver) => [resolver.constructor, resolver]));
  return buildSchemaSync({
    resolvers: [...instances.keys()] as unknown as BuildSchemaOptions["resolvers"],
    container: { get: (type) => instances.get(type as Instance["constructor"]) },
    orphanedTypes: [...(options.alsoTypes ?? [])],
    skipCheck: true,
    validate: false,
  });
}

type Resolve = (...parameters: [unknown, unknown, ServiceContext, unknown]) => unknown;

/**
 * What one mutation field changed, the next field and the selection below must not read stale. What
 * it writes is recorded as the viewer's.
 */
function freshAfterEach(fields: Record<string, Resolve>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, resolve]) => {
      const wrapped: Resolve = async (...parameters) => {
        const [, , context] = parameters;
        const { requestId, client = null } = context;
        const asking = { viewer: viewerOf(context.viewer), operation: name, client, requestId };
        const result = await whileAsking(asking, () => resolve(...parameters));
        context.loaders = context.createLoaders();
        return result;
      };
      return [name, wrapped];
    }),
  );
}
