import {
  type ASTVisitor,
  type DocumentNode,
  getNamedType,
  getOperationAST,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** Answered by graphql-js: they are rare anyway. */
const INTROSPECTION = new Set(["__schema", "__type", "_service"]);

/**
 * Whether graphql-jit may compile this operation: a query or mutation over our own types. A
 * variable of an input type that holds itself sends its compiler round until the heap is full; and
 * it knows no default of what may not be null: of a variable, of an input's field, or of an argument,
 * where a null of the variable would fail the whole operation in place of that one field.
 */
export function isSoundToCompile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return false;
  const info = new TypeInfo(schema);
  const nullable = new Set<string>();
  let sound = true;
  const visitor: ASTVisitor = {
    Field({ name }) {
      if (INTROSPECTION.has(name.value)) sound = false;
    },
    VariableDefinition({ type, defaultValue, variable }) {
      if (type.kind !== Kind.NON_NULL_TYPE) nullable.add(variable.name.value);
      if (type.kind === Kind.NON_NULL_TYPE && defaultValue) sound = false;
      const named = typeFromAST(schema, type);
      if (named && isUnsound(getNamedType(named), [])) sound = false;
      return false;
    },
    Variable({ name }) {
      if (nullable.has(name.value) && isNonNullType(info.getInputType())) sound = false;
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
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
