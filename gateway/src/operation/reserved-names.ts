import { type FieldNode, GraphQLError, type ValidationRule } from "graphql";

/**
 * Names that begin with two underscores belong to GraphQL itself. As an alias such a name would
 * let a client say of what type an object is.
 */
export const reservedNamesRule: ValidationRule = (context) => ({
  Field(node: FieldNode) {
    const { alias, name } = node;
    if (alias?.value.startsWith("__") && alias.value !== name.value) {
      const message = `The name "${alias.value}" is reserved: an alias may not begin with "__".`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    }
  },
});
