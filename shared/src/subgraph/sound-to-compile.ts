import {
  type DocumentNode,
  getNamedType,
  getOperationAST,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isNonNullType,
  OperationTypeNode,
  typeFromAST,
  visit,
} from "graphql";

/** Answered by graphql-js: they are rare anyway. */
const INTROSPECTION = new Set(["__schema", "__type", "_service"]);

/**
 * Whether graphql-jit may compile this operation: a query or mutation over our own types. A
 * variable of an input type that holds itself sends its compiler round until the heap is full; one
 * whose field is non-null and has a default is refused where the field is left out.
 */
export function isSoundToCompile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return false;
  let sound = true;
  visit(document, {
    Field({ name }) {
      if (INTROSPECTION.has(name.value)) sound = false;
    },
    VariableDefinition({ type }) {
      const named = typeFromAST(schema, type);
      if (named && isUnsound(getNamedType(named), [])) sound = false;
    },
  });
  return sound;
}

function isUnsound(type: GraphQLNamedType, above: readonly GraphQLNamedType[]): boolean {
  if (!isInputObjectType(type)) return false;
  if (above.includes(type)) return true;
  const fields = Object.values(type.getFields());
  return fields.some(
    (field) => hasStrictDefault(field) || isUnsound(getNamedType(field.type), [...above, type]),
  );
}

const hasStrictDefault = ({ type, defaultValue }: GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue !== undefined;
