import { invalid } from "@convene/shared/errors";
import { LIVE_SUFFIX } from "@convene/shared/live/live-field";
import { Kind, type OperationDefinitionNode, OperationTypeNode, type ValueNode } from "graphql";

export interface LiveOperation {
  /** What is asked when it begins, and after each change. */
  readonly query: OperationDefinitionNode;
  /** The id of what is watched, as it was written. */
  readonly id: ValueNode;
}

/**
 * `subscription { xChanged(id:) { … } }` as the query `{ xChanged: x(id:) { … } }`: planned, priced
 * and protected like any other. Null for what is no subscription. Throws `BAD_USER_INPUT`.
 */
export function liveOperation(operation: OperationDefinitionNode): LiveOperation | null {
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return null;
  const [field, ...others] = operation.selectionSet.selections;
  const id =
    field?.kind === Kind.FIELD && field.arguments?.find(({ name }) => name.value === "id")?.value;
  if (!id || others.length > 0 || !field.name.value.endsWith(LIVE_SUFFIX)) {
    throw invalid("query", "A subscription selects its one field itself, in no fragment");
  }
  const { alias = field.name, name, directives: _, ...rest } = field;
  const asked = { ...name, value: name.value.slice(0, -LIVE_SUFFIX.length) };
  const selectionSet = { ...operation.selectionSet, selections: [{ ...rest, alias, name: asked }] };
  return { query: { ...operation, operation: OperationTypeNode.QUERY, selectionSet }, id };
}

/** `variables` as coerced. */
export function watchedId(id: ValueNode, variables: Readonly<Record<string, unknown>>): string {
  const given = id.kind === Kind.VARIABLE ? variables[id.name.value] : "value" in id && id.value;
  return String(given);
}
