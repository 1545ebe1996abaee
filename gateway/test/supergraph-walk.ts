import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from "graphql";

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** A field as one service defines it. */
export interface OwnedField {
  /** `Meeting.group`. */
  readonly coordinate: string;
  readonly service: string;
  readonly type: TypeNode;
}

/** What the supergraph says of who defines what, by the names of its `join__Graph`. */
export class SupergraphWalk {
  private readonly composites: ReadonlyMap<string, Composite>;

  constructor(private readonly document: DocumentNode) {
    this.composites = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
          ? [[definition.name.value, definition] as const]
          : [],
      ),
    );
  }

  /** The types with a `@key`, each with the names of the fields of its keys. */
  entities(): ReadonlyMap<string, ReadonlySet<string>> {
    const entities = new Map<string, Set<string>>();
    for (const [name, { kind, directives = [] }] of this.composites) {
      const keys = directives.flatMap((directive) => argument(directive, "key")?.split(" ") ?? []);
      if (kind === Kind.OBJECT_TYPE_DEFINITION && keys.length > 0)
        entities.set(name, new Set(keys));
    }
    return entities;
  }

  /** Every field once for each service that defines it. */
  fields(typeNames: Iterable<string> = this.composites.keys()): readonly OwnedField[] {
    return [...typeNames].flatMap((typeName) => {
      const type = this.composites.get(typeName);
      return (type?.fields ?? []).flatMap((field) =>
        servicesOf(field, type?.directives ?? []).map((service) => ({
          coordinate: `${typeName}.${field.name.value}`,
          service,
          type: field.type,
        })),
      );
    });
  }

  /** The object types that a value of this type may have. */
  possibleTypes(name: string): readonly string[] {
    const unions = this.document.definitions.filter(
      (definition) => definition.kind === Kind.UNION_TYPE_DEFINITION,
    );
    const union = unions.find((definition) => definition.name.value === name);
    if (union) return (union.types ?? []).map((type) => type.name.value);
    const implementing = [...this.composites].filter(
      ([, { kind, interfaces = [] }]) =>
        kind === Kind.OBJECT_TYPE_DEFINITION && interfaces.some((one) => one.name.value === name),
    );
    return implementing.length > 0 ? implementing.map(([one]) => one) : [name];
  }
}

/** The innermost type, and whether it may be null where it stands: alone, or in a list. */
export function innermost(type: TypeNode): { readonly name: string; readonly nullable: boolean } {
  switch (type.kind) {
    case Kind.NAMED_TYPE:
      return { name: type.name.value, nullable: true };
    case Kind.LIST_TYPE:
      return innermost(type.type);
    case Kind.NON_NULL_TYPE: {
      const { name, nullable } = innermost(type.type);
      return { name, nullable: type.type.kind === Kind.LIST_TYPE && nullable };
    }
  }
}

/** `join__field` says who defines a field; without one, everybody who defines its type. */
function servicesOf(
  { directives = [] }: FieldDefinitionNode,
  ofType: readonly ConstDirectiveNode[],
): readonly string[] {
  const own = directives.filter(({ name }) => name.value === "join__field");
  const from = own.length > 0 ? own : ofType.filter(({ name }) => name.value === "join__type");
  const defining = from.filter((directive) => argument(directive, "external") !== "true");
  return [...new Set(defining.flatMap((directive) => argument(directive, "graph") ?? []))];
}

function argument({ arguments: given }: ConstDirectiveNode, name: string): string | undefined {
  const value = given?.find((one) => one.name.value === name)?.value;
  return value && "value" in value ? String(value.value) : undefined;
}
