import { type DirectiveNode, type GraphQLSchema, isObjectType, Kind } from "graphql";

/** Names of the types with a `@key`, which services may refer to, read from the supergraph. */
export function entitiesOf(supergraph: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(supergraph.getTypeMap()).filter(isObjectType);
  const entities = types.filter(({ astNode }) => astNode?.directives?.some(hasKey));
  return new Set(entities.map(({ name }) => name));
}

/** The services by name, as they stand in the supergraph, each with its address there, or "". */
export function servicesOf(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = supergraph.getType("join__Graph")?.astNode;
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  const directives = (graphs.values ?? []).flatMap((value) => value.directives ?? []);
  return new Map(
    directives.flatMap((directive): [string, string][] => {
      const name = argument(directive, "name");
      return name === undefined ? [] : [[name, argument(directive, "url") ?? ""]];
    }),
  );
}

const hasKey = (directive: DirectiveNode): boolean =>
  directive.name.value === "join__type" && argument(directive, "key") !== undefined;

function argument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
