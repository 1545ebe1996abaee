import { type DirectiveNode, type GraphQLSchema, isObjectType, Kind } from "graphql";

/** Names of the types with a `@key`, which services may refer to, read from the supergraph. */
export function entitiesOf(supergraph: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(supergraph.getTypeMap()).filter(isObjectType);
  const entities = types.filter(({ astNode }) => astNode?.directives?.some(hasKey));
  return new Set(entities.map(({ name }) => name));
}

/** Names of the services, as they stand in the supergraph. */
export function servicesOf(supergraph: GraphQLSchema): readonly string[] {
  const graphs = supergraph.getType("join__Graph")?.astNode;
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
  return (graphs.values ?? []).flatMap(({ directives }) =>
    (directives ?? []).flatMap((directive) => argument(directive, "name") ?? []),
  );
}

const hasKey = (directive: DirectiveNode): boolean =>
  directive.name.value === "join__type" && argument(directive, "key") !== undefined;

function argument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
