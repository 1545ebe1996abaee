import { buildASTSchema, type GraphQLSchema, Kind, parse, visit } from "graphql";

/** What federation adds to a supergraph, and no client sees: `join__Graph`, `@link`, … */
const OF_FEDERATION = /^(join__|link__|core__)|^(link|core|inaccessible|tag)$/;

interface Named {
  readonly name: { readonly value: string };
  readonly directives?: readonly Named[] | undefined;
}

const isHidden = ({ name, directives }: Named) =>
  OF_FEDERATION.test(name.value) ||
  directives?.some((directive) => directive.name.value === "inaccessible") === true;

/** Leaves out a definition with all that is in it. */
const leaveOut = (node: Named) => (isHidden(node) ? null : undefined);

/** The schema that clients see, from the text of a supergraph. */
export function apiSchemaOf(supergraph: string): GraphQLSchema {
  const document = visit(parse(supergraph, { noLocation: true }), {
    [Kind.DIRECTIVE_DEFINITION]: { enter: leaveOut },
    [Kind.SCALAR_TYPE_DEFINITION]: { enter: leaveOut },
    [Kind.OBJECT_TYPE_DEFINITION]: { enter: leaveOut },
    [Kind.INTERFACE_TYPE_DEFINITION]: { enter: leaveOut },
    [Kind.UNION_TYPE_DEFINITION]: { enter: leaveOut },
    [Kind.ENUM_TYPE_DEFINITION]: { enter: leaveOut },
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: { enter: leaveOut },
    [Kind.FIELD_DEFINITION]: { enter: leaveOut },
    [Kind.INPUT_VALUE_DEFINITION]: { enter: leaveOut },
    [Kind.ENUM_VALUE_DEFINITION]: { enter: leaveOut },
    [Kind.DIRECTIVE]: { enter: leaveOut },
  });
  return buildASTSchema(document, { assumeValidSDL: true });
}
